// Copies a text and says so, to eyes and ears.

import { useEffect, useState, type ReactNode } from "react";
import { foot } from "../../words/en-pages.ts";

type Said = "" | "done" | "failed";

export function CopyButton({ text, label, done }: { text: string; label: string; done: string }): ReactNode {
  const [said, setSaid] = useState<Said>("");
  useEffect(() => {
    if (said === "") return undefined;
    const timer = setTimeout(() => setSaid(""), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("done"),
      () => setSaid("failed"),
    );
  };
  return (
    <>
      <button type="button" className="plain" onClick={copy}>
        {said === "done" ? done : label}
      </button>
      <output className={said === "failed" ? "small" : "unseen"}>
        {said === "done" ? done : ""}
        {said === "failed" ? foot.copyFailed : ""}
      </output>
    </>
  );
}
