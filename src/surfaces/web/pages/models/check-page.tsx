// The checker as a page: a certificate is dropped, every row is computed again.

import { useState, type ReactNode } from "react";
import { checker as words } from "../../../words/en-check.ts";
import { fileAt } from "../../copy.ts";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { CheckedView } from "./certificate.tsx";
import { FileDrop } from "./file-drop.tsx";
import { useWork } from "./work.ts";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./models.css";

export function CheckPage(): ReactNode {
  const inView = useCase();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const { answer, fault, late } = useWork("files", "check", asked === null ? null : { text: asked });
  return (
    <Page title={words.title} inView={inView} busy={late}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <FileDrop
        words={words}
        accept=".json,application/json"
        text={text}
        take={(sent, whole) => {
          setText(sent);
          setAsked(whole ? sent : null);
        }}
      />
      <p className="actions">
        <button type="button" className="button" disabled={text.trim() === ""} onClick={() => setAsked(text)}>
          {words.check}
        </button>
        <a href={fileAt("/checker.html")} download="detente-checker.html">
          {words.alone}
        </a>
      </p>
      <div aria-live="polite" className="checked-file">
        {late && <p className="quiet">{words.working}</p>}
        {!late && fault && (
          <div className="refusal">
            <h2>{fault.kind === "overdue" ? words.overdue : words.unreadable}</h2>
            {fault.kind === "input" && (
              <>
                <p>{fault.because}</p>
                <p>{words.unreadableDo}</p>
              </>
            )}
          </div>
        )}
        {!late && answer && asked !== null && <CheckedView checked={answer} />}
      </div>
    </Page>
  );
}
