// What the pages of agreements share: sending a judgement, and who judges.

import { useState, type ReactNode } from "react";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { forgetAll } from "../../answers.ts";
import { Failed } from "../../api.ts";

/** Sends JSON that says it is JSON. Gives what went wrong in words, or nothing. */
export async function tell(address: string, body: object): Promise<string> {
  const init = {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(address, init).catch(() => null);
  if (response === null) throw new Failed({ kind: "gone", detail: "" });
  if (response.ok) {
    forgetAll();
    return "";
  }
  const answer = (await response.json().catch(() => null)) as { detail?: string } | null;
  return answer?.detail ?? response.statusText;
}

const NAME = "detente.judge";

/** Who judges is kept from visit to visit. */
export function useName(): [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(NAME) ?? "");
  return [
    name,
    (next) => {
      setName(next);
      localStorage.setItem(NAME, next);
    },
  ];
}

export function Field({
  label,
  value,
  change,
  long = false,
}: {
  label: string;
  value: string;
  change: (text: string) => void;
  long?: boolean;
}): ReactNode {
  return (
    <label className="stacked">
      <span className="small">{label}</span>
      {long ? (
        <textarea rows={2} maxLength={2000} value={value} onChange={(event) => change(event.target.value)} />
      ) : (
        <input type="text" maxLength={2000} value={value} onChange={(event) => change(event.target.value)} />
      )}
    </label>
  );
}

export function Choice({
  label,
  value,
  options,
  change,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  change: (value: string) => void;
}): ReactNode {
  return (
    <label className="stacked">
      <span className="small">{label}</span>
      <select value={value} onChange={(event) => change(event.target.value)}>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Runs what was asked, and says what came of it. */
export function useTelling(): [string, (address: string, body: object) => Promise<boolean>] {
  const [said, setSaid] = useState("");
  return [
    said,
    async (address, body) => {
      const why = await tell(address, body).catch((error: unknown) =>
        error instanceof Error ? error.message || words.nothing : String(error),
      );
      setSaid(why === "" ? words.done : why);
      return why === "";
    },
  ];
}

export function Sources({ read }: { read: readonly { url: string; title?: string | undefined }[] }): ReactNode {
  return read.map(({ url, title }) => (
    <a key={url} href={url} rel="noreferrer noopener" target="_blank" className="source-link">
      {title ?? new URL(url).hostname}
    </a>
  ));
}
