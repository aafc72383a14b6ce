// Starts the pages.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { answerTo, subscribe } from "./answers.ts";
import { App } from "./app.tsx";
import { CopyRouter } from "./copy-router.tsx";
import { copy } from "./copy.ts";

const LONGEST_WAIT_MS = 3000;

const root = document.getElementById("root");
if (!root) throw new Error("Cannot start the pages: index.html has no element with the id root");
void ready().then(() =>
  createRoot(root).render(
    <StrictMode>
      {copy === null ? (
        <App />
      ) : (
        <CopyRouter copy={copy}>
          <App />
        </CopyRouter>
      )}
    </StrictMode>,
  ),
);

/** A published page holds its text already: it is drawn over once what it is drawn from is here, and nothing jumps. */
function ready(): Promise<void> {
  const needs = copy?.needs ?? [];
  return new Promise((resolve) => {
    const look = (): void => {
      if (!needs.every((address) => answerTo(address) !== undefined)) return;
      stop();
      resolve();
    };
    const stop = subscribe(look);
    setTimeout(resolve, LONGEST_WAIT_MS);
    look();
  });
}

// Chinese is fetched when the page stands: its index of characters is long, and the first screen is not to wait for it.
const fetchChinese = (): void => {
  import("@fontsource/noto-sans-sc/400.css").catch(() => undefined);
};
setTimeout(() => requestIdleCallback(fetchChinese, { timeout: 2000 }), 500);
