// Takes a file by dropping, choosing or pasting: read in the page, sent nowhere, refused past a size.

import { useId, useState, type DragEvent, type ReactNode } from "react";
import { LARGEST_MEGABYTES } from "../../../words/en-check.ts";

type Words = { drop: string; choose: string; paste: string; tooLarge: (megabytes: number) => string };
type Props = {
  words: Words;
  accept: string;
  text: string;
  /** `whole` where it came as a file and can be read at once. */
  take: (text: string, whole: boolean) => void;
};

export function FileDrop({ words, accept, text, take }: Props): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const read = (file: File | undefined): void => {
    if (!file) return;
    const tooLarge = file.size > LARGEST_MEGABYTES * 1024 * 1024;
    setRefused(tooLarge);
    if (!tooLarge) void file.text().then((content) => take(content, true));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    read(event.dataTransfer.files[0]);
  };
  return (
    <div className="file-drop">
      {/* Dropping is for the pointer; the button inside does the same for the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        className={over ? "drop drop-over" : "drop"}
        aria-label={words.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{words.drop}</p>
        <label className="button">
          {words.choose}
          <input
            type="file"
            className="unseen"
            accept={accept}
            onChange={(event) => {
              read(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
      </section>
      {refused && (
        <p className="refusal" role="alert">
          {words.tooLarge(LARGEST_MEGABYTES)}
        </p>
      )}
      <label className="field-name" htmlFor={id}>
        {words.paste}
      </label>
      <textarea
        id={id}
        rows={8}
        spellCheck={false}
        value={text}
        maxLength={LARGEST_MEGABYTES * 1024 * 1024}
        onChange={(event) => take(event.target.value, false)}
      />
    </div>
  );
}
