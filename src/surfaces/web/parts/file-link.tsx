// A link to something to take along. A published copy holds the whole of it, whatever the page leaves out.

import type { ReactNode } from "react";
import { published as words } from "../../words/en-published.ts";
import { copy, fileAt } from "../copy.ts";

export function FileLink({ href, children }: { href: string; children: string }): ReactNode {
  const whole = copy !== null && href.includes("?");
  return <a href={fileAt(href)}>{whole ? words.whole(children) : children}</a>;
}
