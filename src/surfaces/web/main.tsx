// Starts the pages.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("Cannot start the pages: index.html has no element with the id root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Chinese is fetched when the page stands: its index of characters is long, and the first screen is not to wait for it.
const fetchChinese = (): void => {
  import("@fontsource/noto-sans-sc/400.css").catch(() => undefined);
};
setTimeout(() => requestIdleCallback(fetchChinese, { timeout: 2000 }), 500);
