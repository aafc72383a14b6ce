// The logit response of a game at one λ, with the field that sets it.

import { useId, useState, type ReactNode } from "react";
import { game as words } from "../../../words/en-game.ts";
import type { SolvedGame } from "./solve-game.ts";

/** Past this a response is an equilibrium to every digit shown. */
export const MOST_LAMBDA = 1000;
const MOST_SHOWN = 60;

type Props = { game: SolvedGame; lambda: number; put: (lambda: number) => void };

export function LogitAnswer({ game: { players, strategies, logit }, lambda, put }: Props): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isLambda = (text: string): boolean => text.trim() !== "" && Number(text) >= 0 && Number(text) <= MOST_LAMBDA;
  return (
    <section id="response">
      <h3>{words.logitTitle}</h3>
      <label className="field-name" htmlFor={id}>
        {words.lambda}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className="slider-number"
        value={typed ?? String(lambda)}
        aria-invalid={typed !== null && !isLambda(typed) ? true : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          if (isLambda(event.target.value)) put(Number(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      {logit === null ? (
        <p className="refusal">{words.logitNone}</p>
      ) : logit.mixes === null ? (
        <p className="refusal">{words.logitNotReached}</p>
      ) : (
        <>
          <p>{words.logitLead(logit.lambda)}</p>
          <dl className="outcome">
            {sharesOf(logit.mixes, players, strategies).map(({ key, name, share }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd className="figures">{`${(100 * share).toFixed(1)}%`}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

type Share = { key: string; name: string; share: number };

function sharesOf(mixes: readonly number[][], players: readonly string[], strategies: readonly string[][]): Share[] {
  return mixes.flatMap((mix, i) =>
    mix
      .slice(0, MOST_SHOWN)
      .map((share, k) => ({ key: `${i} ${k}`, name: `${players[i]}: ${strategies[i]?.[k]}`, share })),
  );
}
