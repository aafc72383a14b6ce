// Offers on the table: those that stand with what can be done about them, and the earlier ones folded away.

import type { ReactNode } from "react";
import type { View } from "../../../../agreements/table/projection.ts";
import type { Offer } from "../../../../agreements/table/session.ts";
import { worthOf } from "../../../../agreements/worth.ts";
import { offers as words, picture, roles } from "../../../words/en-table.ts";
import { OfferForm } from "./offer-form.tsx";
import type { MakeMove } from "./use-table.ts";
import { Who } from "./who.tsx";

export function Offers({ view, move }: { view: View; move: MakeMove }): ReactNode {
  const standing = view.offers.filter((offer) => offer.standing);
  const earlier = view.offers.filter((offer) => !offer.standing);
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{words.title}</h2>
      {standing.length === 0 && <p className="quiet">{words.none}</p>}
      <div className="offers">
        {standing.map((offer) => (
          <OfferCard key={offer.id} offer={offer} view={view} move={move} />
        ))}
      </div>
      {view.phase === "open" && <OfferForm view={view} move={move} />}
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <div className="offers">
            {earlier.toReversed().map((offer) => (
              <OfferCard key={offer.id} offer={offer} view={view} move={move} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function OfferCard({ offer, view, move }: { offer: Offer; view: View; move: MakeMove }): ReactNode {
  const { id, by, at, terms, standing, acceptedBy } = offer;
  const { role, issues, settled } = view;
  const open = view.phase === "open" && standing;
  const mayTake = open && role !== "mediator" && by !== role;
  const whole = terms.every((option) => option !== null);
  return (
    <article className="offer" aria-label={words.by(roles[by], id)}>
      <h3>
        <Who role={by}>{words.by(roles[by], id)}</Who>
      </h3>
      <p className="hint">
        <time dateTime={at}>{new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}</time>
        {` · ${standing ? words.stands : words.notAnyMore}`}
      </p>
      <dl className="terms">
        {issues.map(({ name, options }, issue) => {
          const option = terms[issue] ?? null;
          const takers = offer.clauses.filter((clause) => clause.issue === issue).map((clause) => clause.by);
          const may = mayTake && option !== null && settled[issue] === null && !takers.includes(role);
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={option === null ? "quiet" : undefined}>
                {option === null ? words.leaveOpen : options[option]}
                {takers.length > 0 && (
                  <span className="hint"> {words.takenBy(takers.map((party) => roles[party]))}</span>
                )}
                {may && (
                  <button
                    type="button"
                    className="plain"
                    aria-label={words.acceptClauseOf(name, id)}
                    onClick={() => void move({ kind: "accept-clause", offer: id, issue })}
                  >
                    {words.acceptClause}
                  </button>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <Worth offer={offer} view={view} />
      {acceptedBy.length > 0 && <p>{words.wholeTakenBy(acceptedBy.map((party) => roles[party]))}</p>}
      <p className="actions">
        {mayTake && whole && !acceptedBy.includes(role) && (
          <button type="button" className="button" onClick={() => void move({ kind: "accept", offer: id })}>
            {words.accept}
          </button>
        )}
        {open && by === role && (
          <button type="button" className="plain" onClick={() => void move({ kind: "withdraw", offer: id })}>
            {words.withdraw}
          </button>
        )}
      </p>
    </article>
  );
}

/** Against one's own preferences alone. */
function Worth({ offer, view }: { offer: Offer; view: View }): ReactNode {
  const own = view.role === "mediator" ? undefined : view.preferences[view.role];
  if (!own) return null;
  const { lower, upper } = worthOf(own, offer.terms);
  const verdict =
    lower >= own.walkAway.upper ? picture.better : upper < own.walkAway.lower ? picture.worse : picture.unsure;
  return (
    <p className="small">
      {picture.worth(picture.range(lower, upper))} {verdict}
    </p>
  );
}
