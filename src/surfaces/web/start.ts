// The first code of a page: asks for what the case's page needs while the code that draws it is still on its way.

import { readOfDyad, viewOf } from "./address.ts";
import { answerTo, prefetch, subscribe } from "./answers.ts";
import { addressOf, type DyadAnswer } from "./api.ts";
import { copy } from "./copy.ts";

const [, part, dyad] = window.location.pathname.split("/");
if (copy !== null) copy.needs.forEach(prefetch);
else if (part === "d" && dyad !== undefined) askAhead(dyad.toLowerCase());

// Only this file is needed to ask; the rest is fetched beside it (see vite.config.ts).
void import("./main.tsx");

function askAhead(name: string): void {
  const dyadAddress = addressOf.dyad(name);
  const stop = subscribe(() => {
    const answer = answerTo(dyadAddress);
    if (answer === undefined) return;
    stop();
    if (answer.fault !== null) return;
    const { case: id } = answer.data as DyadAnswer;
    const view = { ...viewOf(new URLSearchParams(window.location.search)), read: readOfDyad(name) };
    for (const address of [addressOf.brief(id, view), addressOf.years(id, view), addressOf.acts(id, view)])
      prefetch(address);
  });
  prefetch(dyadAddress);
}
