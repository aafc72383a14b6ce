// The page that checks proofs by itself: built into one file that needs no server and no network.

import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { verifying as words } from "../../words/en-log-page.ts";
import { VerifyPanel } from "../pages/log/verify-panel.tsx";
// oxlint-disable-next-line import/no-unassigned-import
import "../style/tokens.css";
// oxlint-disable-next-line import/no-unassigned-import
import "../style/base.css";
// oxlint-disable-next-line import/no-unassigned-import
import "../style/parts.css";
// oxlint-disable-next-line import/no-unassigned-import
import "../pages/log/log.css";
// oxlint-disable-next-line import/no-unassigned-import
import "./verify.css";

const now = (): Date => new Date();

function VerifyPage(): ReactNode {
  return (
    <main className="verify-page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <VerifyPanel now={now} />
    </main>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("Cannot start: the page has no element with the id root");
createRoot(root).render(
  <StrictMode>
    <VerifyPage />
  </StrictMode>,
);
