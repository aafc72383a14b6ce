// Who judges, why, and how: each button says its key.

import type { ReactNode } from "react";
import type { Judgement } from "../../../../ledger/change.ts";
import { queue as words } from "../../../words/en-review.ts";

type Props = {
  name: string;
  why: string;
  /** What came of the last judgement. */
  said: string;
  disabled: boolean;
  setName: (text: string) => void;
  setWhy: (text: string) => void;
  judge: (judgement: Judgement) => void;
  step: (by: number) => void;
  undo: (() => void) | null;
};

const order: readonly Judgement[] = ["same", "part-of", "different", "unsure"];

export function JudgeForm({ name, why, said, disabled, setName, setWhy, judge, step, undo }: Props): ReactNode {
  return (
    <section className="judge" aria-labelledby="judge">
      <h2 id="judge">{words.judge}</h2>
      <p className="judge-buttons">
        {order.map((judgement) => (
          <button
            key={judgement}
            type="button"
            className="button"
            disabled={disabled}
            aria-keyshortcuts={words.keys[judgement]}
            onClick={() => judge(judgement)}
          >
            {words.buttons[judgement]} <kbd>{words.keys[judgement]}</kbd>
          </button>
        ))}
        <button type="button" className="plain" aria-keyshortcuts="k" onClick={() => step(-1)}>
          {words.previous} <kbd>k</kbd>
        </button>
        <button type="button" className="plain" aria-keyshortcuts="j" onClick={() => step(1)}>
          {words.next} <kbd>j</kbd>
        </button>
        {undo && (
          <button type="button" className="plain" aria-keyshortcuts="z" disabled={disabled} onClick={undo}>
            {words.undo} <kbd>z</kbd>
          </button>
        )}
      </p>
      <output className="queue-said">{said}</output>
      <div className="judge-fields">
        <p>
          <label className="field-name" htmlFor="judge-name">
            {words.name}
          </label>
          <input
            id="judge-name"
            type="text"
            maxLength={200}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-describedby="judge-name-hint"
          />
          <span className="hint" id="judge-name-hint">
            {words.nameHint}
          </span>
        </p>
        <p>
          <label className="field-name" htmlFor="judge-why">
            {words.why}
          </label>
          <input
            id="judge-why"
            type="text"
            maxLength={2000}
            autoComplete="off"
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            aria-describedby="judge-why-hint"
          />
          <span className="hint" id="judge-why-hint">
            {words.whyHint}
          </span>
        </p>
      </div>
    </section>
  );
}
