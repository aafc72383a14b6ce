// DCID 2.0, second sheet: what did each side of a dyad do to the other, by cyber and by conventional means, around a
// cyber operation? Two rows per number, one per side. Its numbers do not join to the sheet of incidents.

import type { Act } from "../../values/act.ts";
import { stateFromCow, stateName, type StateCode } from "../../values/state.ts";
import type { Statement } from "../../values/statement.ts";
import { addMonths, type Day } from "../../values/day.ts";
import { whenAt, whenBetween, type When } from "../../values/when.ts";
import { numberOf, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { dayFromIso, whenMeant } from "../list-date.ts";
import { actKinds, readActs, type ActKind } from "./dcid-acts.ts";
import { readMethod, trimmed } from "./dcid-cells.ts";
import { effectsOf, sectorsOf, splitDyad } from "./dcid-codes.ts";

const SOURCE = "dcid-2.0-escalation";

/** Numbers whose two rows contradict each other: an initiator that is its own target, or both rows one way. */
const CONTRADICTORY: ReadonlySet<number> = new Set([257, 344, 360]);

export const dcid20Escalation: Importer = {
  name: SOURCE,
  title: "Dyadic Cyber Incident and Campaign Data 2.0, escalation",
  publisher: "Maness, Valeriano, Hedgecock, Macias and Jensen",
  licence: "not stated; see the publisher's page",
  url: "https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset",
  references: ["dcid2"],
  coverage: {
    from: 2000,
    to: 2020,
    directions: "both, within dyads of rival states",
    inclusion: "conventional acts of either side within a month of a cyber operation in the dyad",
    frozen: "2023-02",
  },
  layout: {
    format: "xlsx",
    columns: [
      "Cyberincidentnum",
      "Dyadpair",
      "Name",
      "interactionstartdate",
      "method",
      "initiator",
      "target",
      "Cyber_escalation",
      ...actKinds.map(({ column }) => column),
    ],
  },
  readRow: readSide,
};

type Side = { number: number; initiator: StateCode; target: StateCode; day: Day; name: string };

function readSide(row: Row, notes: Notes): Yield | Rejection {
  const side = parseSide(row, notes);
  if ("because" in side) return side;
  const acts = readActs(row, notes);
  if ("misplaced" in acts) {
    return { field: acts.misplaced[0]!, because: `acts stand in other columns: ${acts.misplaced.join(", ")}` };
  }
  const written = numberOf(row["method"]) ?? 0;
  const method = written === 0 ? 0 : readMethod(written, notes);
  const statements = method === 0 ? [] : [cyberStatement(row, side, method)];
  if (statements.length + acts.kinds.length === 0) {
    return { field: "method", because: "this side did nothing that the sheet codes", quiet: true };
  }
  return { statements, acts: acts.kinds.map((kind) => conventionalAct(side, kind)) };
}

function parseSide(row: Row, notes: Notes): Side | Rejection {
  const number = numberOf(row["Cyberincidentnum"]);
  if (number === null)
    return { field: "Cyberincidentnum", because: `expected a number, got "${textOf(row["Cyberincidentnum"])}"` };
  for (const field of ["StateA", "StateB"]) trimmed(row, field, notes);
  const dyad = splitDyad(numberOf(row["Dyadpair"]) ?? Number.NaN);
  if (!dyad)
    return { field: "Dyadpair", because: `expected two COW codes, lower first, got "${textOf(row["Dyadpair"])}"` };
  const initiator = stateFromCow(numberOf(row["initiator"]) ?? 0);
  const target = stateFromCow(numberOf(row["target"]) ?? 0);
  if (!initiator || !dyad.states.includes(initiator))
    return { field: "initiator", because: `expected one of ${dyad.states.join(" and ")}` };
  if (!target || !dyad.states.includes(target))
    return { field: "target", because: `expected one of ${dyad.states.join(" and ")}` };
  if (initiator === target)
    return { field: "target", because: `expected the other state, got the initiator, ${initiator}` };
  if (CONTRADICTORY.has(number))
    return { field: "initiator", because: "the two rows of this number contradict each other" };
  const written = textOf(row["interactionstartdate"]);
  const day = dayFromIso(written);
  if (!day) return { field: "interactionstartdate", because: `expected a date, got "${written}"` };
  if (written !== day)
    notes.repair("interactionstartdate", "a time of day that only sorts the rows is cut off", written, day);
  return { number, initiator, target, day, name: trimmed(row, "Name", notes) };
}

function cyberStatement(row: Row, { number, initiator, target, day, name }: Side, method: number): Statement {
  const code = (field: string): number => numberOf(row[field]) ?? 0;
  const severity = code("severity");
  const effects = effectsOf({
    method,
    objective: code("cyber_objective"),
    severity,
    information: code("information_operation"),
  });
  return {
    id: `${SOURCE}:${number}-${initiator.toLowerCase()}`,
    about: "incident",
    author: {
      name: { en: "Dyadic Cyber Incident and Campaign Data" },
      kind: "dataset",
      side: "USA" as Statement["author"]["side"],
    },
    said: null,
    stance: "asserts",
    accused: { states: [initiator], actors: [] },
    victims: { states: [target], names: [] },
    what: { effects, sectors: sectorsOf(code("targettype"), null) },
    happened: whenMeant(day, "month"),
    disclosed: null,
    basis: "inference",
    grade: { source: "B", claim: 6 },
    summary: { en: name === "" ? "An operation without a name" : name },
    read: [],
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: String(number) }],
    scores: [{ scale: "dcid-severity", value: Math.min(severity, 10) }],
    codes: {
      method,
      targetType: code("targettype"),
      objective: code("cyber_objective"),
      damage: code("damage type"),
      Cyber_escalation: code("Cyber_escalation"),
    },
  };
}

function conventionalAct({ number, initiator, target, day, name }: Side, kind: ActKind): Act {
  const [actor, toward] = [stateName(initiator, "en"), stateName(target, "en")];
  const beside = name === "" || name.startsWith("No Cyber") ? "a cyber operation" : `the operation "${name}"`;
  const act = actKinds.indexOf(kind) + 1;
  return {
    id: `dcid-escalation-${number}-${initiator.toLowerCase()}-${act}`,
    when: aroundMonth(day),
    plover: kind.plover,
    form: kind.form,
    actors: [initiator],
    targets: [target],
    title: { en: `${actor} ${kind.words} toward ${toward}` },
    summary: { en: `Coded in ICEWS within a month of ${beside}, which started on ${day}.` },
    read: [],
    checked: "list-row",
    listedBy: [{ source: SOURCE, id: String(number) }],
  };
}

/** The month of the start and the one after: the sheet dates no act more closely. */
function aroundMonth(day: Day): When {
  return whenBetween(whenAt(day, "month"), whenAt(addMonths(day, 1), "month"));
}
