// A text that is typed, pasted, chosen as a file, or dropped.

import { useState, type DragEvent, type ReactNode } from "react";
import { verifying as words } from "../../../words/en-log-page.ts";

const LARGEST = 8_000_000;

type Props = { id: string; label: string; hint: string; text: string; change: (text: string) => void };

export function FileField({ id, label, hint, text, change }: Props): ReactNode {
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file) change(await file.slice(0, LARGEST).text());
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className={over ? "file-field drop-over" : "file-field"}>
      <label className="field-name" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <label className="file-choose">
        <span className="small">{words.choose}</span>{" "}
        <input
          type="file"
          aria-label={`${words.choose}: ${label}`}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
    </div>
  );
}
