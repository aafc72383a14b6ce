// The keys: a list of them, and the two that work anywhere. They can be switched off, for those who speak to their
// computer or touch keys by chance (WCAG 2.1.4).

import { useEffect, useState, type ReactNode } from "react";
import { shell } from "../../words/en-pages.ts";
import { queue } from "../../words/en-review.ts";
import { Dialog } from "../parts/dialog.tsx";
import { keep, kept } from "./theme.ts";

const KEY = "detente-keys";

/** Whether keys without a modifier do anything: a reader can switch them off. */
export function keysOn(): boolean {
  return kept(KEY) !== "off";
}

export function KeysDialog({ close }: { close: () => void }): ReactNode {
  const [on, setOn] = useState(() => kept(KEY) !== "off");
  return (
    <Dialog title={shell.keysTitle} close={close}>
      <dl className="keys">
        {[...shell.keyRows, ...queue.keyRows].map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            keep(KEY, event.target.checked ? null : "off");
          }}
        />
        {shell.keysSwitch}
      </label>
    </Dialog>
  );
}

export function useKeys(toggleKeys: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (kept(KEY) === "off" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") toggleKeys();
      else if (event.key === "/" && document.querySelector("dialog[open]") === null) {
        event.preventDefault();
        document.getElementById("search")?.focus();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [toggleKeys]);
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const typed = target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
  return (
    typed || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
