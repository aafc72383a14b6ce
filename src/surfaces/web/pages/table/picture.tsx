// The picture that a role may see: the frontier where it may see what both sides want, else its own worth of each offer.

import { useMemo, type ReactNode } from "react";
import { tablePicture } from "../../../../agreements/table/picture.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { worthOf } from "../../../../agreements/worth.ts";
import { offersChart, tableChart } from "../../../charts/table.ts";
import { picture as words, roles } from "../../../words/en-table.ts";
import { OwnChart } from "./own-chart.tsx";

export function Picture({ view }: { view: View }): ReactNode {
  const { a, b } = view.preferences;
  const own = view.role === "mediator" ? undefined : view.preferences[view.role];
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{a && b ? words.both : view.role === "mediator" ? words.both : words.title}</h2>
      {a && b ? (
        <Both view={view} />
      ) : own ? (
        <>
          <Own view={view} />
          <p className="hint">{words.needsBoth}</p>
        </>
      ) : (
        <p className="refusal">{view.role === "mediator" ? words.mediatorNone : words.needsYours}</p>
      )}
    </section>
  );
}

function Both({ view }: { view: View }): ReactNode {
  const { issues, offers, preferences } = view;
  const { a, b } = preferences;
  const drawn = useMemo(() => (a && b ? tablePicture(issues, a, b) : null), [issues, a, b]);
  const chart = useMemo(
    () => (drawn && a && b ? tableChart({ issues, offers, a, b, picture: drawn }) : null),
    [issues, offers, a, b, drawn],
  );
  if (!chart) return <p className="refusal">{words.noOverlap}</p>;
  return (
    <>
      <OwnChart chart={chart} />
      {drawn && !drawn.exact && <p className="hint">{words.thinned}</p>}
    </>
  );
}

function Own({ view }: { view: View }): ReactNode {
  const { offers, preferences, role } = view;
  const own = role === "mediator" ? undefined : preferences[role];
  const chart = useMemo(() => {
    if (!own) return null;
    const rows = offers
      .filter(({ standing }) => standing)
      .map(({ id, by, terms }) => ({ name: `${words.offer(id)}, ${roles[by]}`, by, worth: worthOf(own, terms) }));
    return rows.length === 0 ? null : offersChart(rows, own.walkAway);
  }, [offers, own]);
  return chart ? <OwnChart chart={chart} /> : <p className="quiet">{words.none}</p>;
}
