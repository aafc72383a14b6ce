// Issues from a GENIUS domain file, read in the browser, or from the case.

import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { additive } from "../../../../agreements/additive.ts";
import { readDomain } from "../../../../agreements/genius/domain.ts";
import { MOST_ISSUES, MOST_OPTIONS } from "../../../../agreements/table/move.ts";
import { InputError } from "../../../../values/errors.ts";
import { setting as words } from "../../../words/en-table.ts";
import type { Starting } from "./starting-issues.ts";

/** Steps of an issue that is a real number. */
const STEPS = 10;
const LARGEST = 1_000_000;

export function DomainFile({
  take,
  caseIssues,
}: {
  take: (read: Starting) => void;
  caseIssues: () => void;
}): ReactNode {
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      take(issuesIn(file.name, await file.slice(0, LARGEST + 1).text()));
      setFault("");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setFault(error.message);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    // Dropping is a second way in: the button inside does the same for hands and voices that do not drag.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`drop drop-low${over ? " drop-over" : ""}`}
      aria-label={words.fromFile}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="actions">
        <button type="button" className="button" onClick={caseIssues}>
          {words.fromCase}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.fromFile}
        </button>
        <span className="quiet">{over ? words.dropNow : words.drop}</span>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={words.fromFile}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </p>
      <output className="small">{fault}</output>
    </section>
  );
}

function issuesIn(name: string, text: string): Starting {
  if (text.length > LARGEST) throw new InputError(name, `a file of at most ${LARGEST} characters`);
  const domain = readDomain(name, text);
  const { issues } = additive(domain, [], "raw", STEPS);
  if (issues.length > MOST_ISSUES || issues.some(({ options }) => options.length > MOST_OPTIONS))
    throw new InputError(name, words.tooLarge(MOST_ISSUES, MOST_OPTIONS));
  return { title: domain.name.slice(0, 200), issues: [...issues] };
}
