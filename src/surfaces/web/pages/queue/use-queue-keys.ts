// The queue's keys: a p r u judge, j k go on and back, z takes back. None acts while a reader writes or a dialog is open.

import { useEffect, useRef } from "react";
import type { Judgement } from "../../../../ledger/change.ts";
import { isTyping, keysOn } from "../../shell/keys.tsx";

type Acts = { judge: (judgement: Judgement) => void; next: () => void; previous: () => void; undo: () => void };

const judgements: Record<string, Judgement> = { a: "same", p: "part-of", r: "different", u: "unsure" };

export function useQueueKeys(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const judgement = judgements[event.key];
      if (judgement === undefined && !["j", "k", "z"].includes(event.key)) return;
      // A key that moves the focus to a field is not to be written into it.
      event.preventDefault();
      if (judgement) latest.current.judge(judgement);
      else if (event.key === "j") latest.current.next();
      else if (event.key === "k") latest.current.previous();
      else latest.current.undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
