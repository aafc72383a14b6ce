// The article with the passages that comments point at marked, and a way to comment on what is selected.

import { useEffect, useState, type ReactNode } from "react";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import type { Opening, Passage } from "./answers.ts";
import { WriteForm } from "./write-form.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

type Found = Extract<Passage, { found: true }>;
type Selected = { start: number; end: number; quote: string };

export function ArticleText({ debate, changed }: { debate: Opening; changed: () => void }): ReactNode {
  const [selected, setSelected] = useState<Selected | null>(null);
  const [writing, setWriting] = useState(false);
  const passages = debate.passages.filter((one): one is Found => one.found);
  const orphans = debate.passages.filter((one) => !one.found);
  useEffect(() => {
    const look = (): void => {
      const now = selectedIn();
      if (now) setSelected(now);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  const paragraphs = placed(debate.body);
  return (
    <section className="debate-article" aria-label={words.article}>
      <div>
        {paragraphs.map(({ from, paragraph }) => (
          <p key={from} data-start={from}>
            {piecesOf(paragraph, from, passages)}
          </p>
        ))}
      </div>
      <InWorkbench>
        <p className="small">
          {selected ? words.passage(selected.quote.slice(0, 120)) : words.selectHint}{" "}
          <button type="button" className="plain" disabled={selected === null} onClick={() => setWriting(true)}>
            {words.commentSelection}
          </button>
        </p>
      </InWorkbench>
      {writing && selected && (
        <WriteForm debate={debate} parent={null} passage={selected} done={changed} cancel={() => setWriting(false)} />
      )}
      {orphans.length > 0 && (
        <aside>
          <h3>{words.orphans}</h3>
          <ul>
            {orphans.map((one) => (
              <li key={one.comment}>
                {!one.found && `“${one.quote}”`} <a href={`#${one.comment}`}>{one.author}</a>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </section>
  );
}

/** Where each paragraph begins in the article's text. */
function placed(body: readonly string[]): { from: number; paragraph: string }[] {
  let start = 0;
  return body.map((paragraph) => {
    const from = start;
    start += paragraph.length + 2;
    return { from, paragraph };
  });
}

/** A paragraph cut where passages begin and end. */
function piecesOf(paragraph: string, from: number, passages: readonly Found[]): ReactNode[] {
  const here = passages.filter(({ start, end }) => start < from + paragraph.length && end > from);
  const cuts = new Set([0, paragraph.length]);
  for (const { start, end } of here) {
    cuts.add(Math.max(0, start - from));
    cuts.add(Math.min(paragraph.length, end - from));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((at, index) => {
    const until = places[index + 1] ?? paragraph.length;
    const text = paragraph.slice(at, until);
    const on = here.filter(({ start, end }) => start - from <= at && end - from >= until);
    const [first] = on;
    if (!first) return text;
    return (
      <mark key={at}>
        <a href={`#${first.comment}`} title={words.onPassage(on.length)}>
          {text}
        </a>
      </mark>
    );
  });
}

/** What is selected, as offsets into the article's text; null where it is not inside the article. */
function selectedIn(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  return { start, end, quote: selection.toString() };
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset["start"]) + before.toString().length;
}
