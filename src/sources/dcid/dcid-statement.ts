// A DCID row as a statement: the dataset's coders infer, from what others published, who did it.

import type { Author, Statement } from "../../values/statement.ts";
import { summaryOf } from "../cell-text.ts";
import { happenedOf } from "../listed-record.ts";
import type { DcidRow } from "./dcid-row.ts";

const authors: Author = {
  name: { en: "Dyadic Cyber Incident and Campaign Data" },
  kind: "dataset",
  // The coders work at universities and a service college of the United States.
  side: "USA" as Author["side"],
};

export function dcidStatement(row: DcidRow): Statement {
  return {
    id: `${row.source}:${row.id}`,
    about: "incident",
    author: authors,
    said: null,
    stance: "asserts",
    accused: { states: row.initiators, actors: [] },
    victims: { states: row.targets, names: [] },
    what: { effects: row.effects, sectors: row.sectors },
    happened: happenedOf(row),
    disclosed: null,
    basis: "inference",
    grade: { source: "B", claim: 6 },
    summary: { en: summaryOf(row.title, row.description) },
    read: row.urls.map((url) => ({ url })),
    checked: "list-row",
    listedBy: [{ source: row.source, id: row.id }],
    scores: row.scores,
    codes: {
      method: row.method,
      targetType: row.targetType,
      objective: row.objective,
      damage: row.damage,
      ...(row.infrastructure === null ? {} : { infrastructure: row.infrastructure }),
      ...row.codes,
    },
  };
}

/** Why a row stands in no direction, or null where it does. */
export function dcidRejection(row: DcidRow): { field: string; because: string } | null {
  if (row.title === "") return { field: "Name", because: "expected a name, got an empty cell" };
  if (row.initiatorInDyad) return null;
  return {
    field: "initiator",
    because: `expected one of the dyad's two states, ${row.dyad.join(" and ")}, got COW ${row.initiatorCow}`,
  };
}
