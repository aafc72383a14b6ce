// How to cite a view: its date, its versions and the address that shows it again.

import { useState, type ReactNode } from "react";
import { cite } from "../../words/en-pages.ts";
import type { FootFacts } from "./chart-foot.tsx";
import { bibtexOf, plainCitation } from "./citation.ts";
import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";
import { today } from "./today.ts";

export function CiteDialog({
  title,
  facts,
  link,
  close,
}: {
  title: string;
  facts: FootFacts;
  link: string;
  close: () => void;
}): ReactNode {
  const [day] = useState(today);
  const plain = plainCitation(title, facts, link, day);
  const bibtex = bibtexOf(title, facts, link, day);
  return (
    <Dialog title={cite.title} close={close}>
      <h3>{cite.plain}</h3>
      <p>{plain}</p>
      <CopyButton text={plain} label={cite.copy} done={cite.copied} />
      <h3>{cite.bibtex}</h3>
      <pre>{bibtex}</pre>
      <CopyButton text={bibtex} label={cite.copy} done={cite.copied} />
    </Dialog>
  );
}
