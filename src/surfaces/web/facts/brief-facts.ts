// Finds what stands behind a number of the brief, by the number's name in the address.

import type { AgreementRow, Answer, Brief, DirectionBrief } from "../../brief/compose.ts";
import type { YearsOfDirection } from "../../charts/years.ts";
import { about, dateKinds, list, number, ratio } from "../../words/en.ts";
import { listName } from "../../words/en-codes.ts";
import { drawer, facts as words, formulas } from "../../words/en-facts.ts";
import { rail } from "../../words/en-pages.ts";
import { query, viewEntries, type View } from "../address.ts";
import type { Fact, FactKey } from "./fact.ts";
import { methodReferences, type Method } from "./method-references.ts";

export type Known = {
  brief: Brief;
  view: View;
  /** Years as the chart shows them. */ years: readonly YearsOfDirection[];
};

type Names = { from: string; to: string };

export function factOf(key: FactKey, known: Known): Fact | null {
  const [kind = "", ...rest] = key.split(":");
  if (kind === "parity") return parityFact(rest[0] ?? "", known);
  if (kind === "fall") return fallFact(rest[0] ?? "", rest[1] ?? "", known);
  if (kind === "total") return totalFact(rest[0] ?? "", known);
  const direction = known.brief.directions.find(({ from, to }) => `${from}-${to}` === rest[0]);
  if (!direction) return null;
  const names = namesOf(known.brief, direction);
  const bound = { method: "chao" as const, meaning: words.hiddenMean, sources: measuredSources(known.brief) };
  if (kind === "hidden") {
    const list = listHref(direction, known);
    return estimateFact({ ...bound, answer: direction.hidden, title: words.hidden(names), list }, known);
  }
  if (kind === "averaged") {
    const list = listHref(direction, known);
    const averaged = {
      ...bound,
      method: "averaged-bic" as const,
      meaning: words.averagedMean,
      answer: direction.averaged,
    };
    return estimateFact({ ...averaged, title: words.averaged(names), list }, known);
  }
  if (kind === "hiddenWithout") {
    const list = listHref(direction, known, { kind: "event" });
    const answer = direction.hiddenWithoutProfiles;
    return estimateFact({ ...bound, answer, title: words.hiddenWithout(names), list }, known);
  }
  return countFact(kind, rest[1] ?? "", direction, names, known);
}

export function partyName({ parties }: Pick<Brief, "parties">, iso: string): string {
  return parties.find((party) => party.iso === iso)?.name.en ?? iso;
}

export function namesOf(brief: Brief, { from, to }: { from: string; to: string }): Names {
  return { from: partyName(brief, from), to: partyName(brief, to) };
}

export function sideName(brief: Pick<Brief, "parties">, side: string | null): string {
  if (side === null) return rail.everyone;
  return side === "third"
    ? rail.third
    : rail.sourcesIn(brief.parties.find(({ iso }) => iso === side)?.inSentence.en ?? side);
}

/** The page of incidents with the same count. */
export function listHref(
  { from, to }: { from: string; to: string },
  { view }: Pick<Known, "view">,
  more: Record<string, string | number | null> = {},
): string {
  return `/incidents${query({ from, to, ...viewEntries(view), read: view.read, ...more })}`;
}

function countFact(kind: string, detail: string, direction: DirectionBrief, names: Names, known: Known): Fact | null {
  const { brief, view } = known;
  const make = (
    title: string,
    value: number,
    meaning: string,
    formula: string,
    href: string | null,
    more: Partial<Fact> = {},
  ): Fact => ({
    ...plainCount(title, value, known),
    meaning,
    formula,
    list: href,
    command: listCommand(direction, known),
    ...more,
  });
  const side = brief.countedBy === null ? null : sideName(brief, brief.countedBy);
  switch (kind) {
    case "incidents":
      return make(
        words.incidents(names, side),
        direction.incidents,
        words.incidentsMean(names),
        words.incidentsFormula,
        listHref(direction, known),
      );
    case "statements":
      return make(
        words.statements(names),
        direction.statements,
        words.statementsMean,
        words.statementsFormula,
        listHref(direction, known),
        { command: briefCommand(known) },
      );
    case "denials":
      return make(
        words.denials(names),
        direction.denials,
        words.denialsMean,
        words.denialsFormula,
        listHref(direction, known, { standing: "contested" }),
        { command: briefCommand(known) },
      );
    case "contested":
      return make(
        words.contested(names),
        direction.contested,
        words.contestedMean,
        words.contestedFormula,
        listHref(direction, known, { standing: "contested" }),
        { command: listCommand(direction, known, " --standing contested") },
      );
    case "profiles":
      return make(
        words.profiles(names),
        direction.profiles,
        words.profilesMean,
        words.profilesFormula,
        listHref(direction, known, { kind: "profile" }),
        { command: listCommand(direction, known, " --kind profile") },
      );
    case "unchecked":
      return make(
        words.unchecked(names),
        direction.unchecked,
        words.uncheckedMean,
        words.uncheckedFormula,
        listHref(direction, known, { checked: "not-checked" }),
        { command: briefCommand(known) },
      );
    case "undated":
      return make(
        words.undated(names, dateKinds[brief.dates]),
        direction.undated,
        words.undatedMean,
        words.undatedFormula,
        listHref(direction, known),
        { command: briefCommand(known) },
      );
    case "observed":
      return make(
        words.observed(names),
        direction.overlap.observed,
        words.observedMean,
        words.observedFormula,
        listHref(direction, { view: { ...view, by: null } }, { list: direction.overlap.lists.join(",") }),
        { sources: direction.overlap.lists.map(listName), command: briefCommand(known) },
      );
    default:
      return partFact(kind, detail, direction, names, known, make);
  }
}

type Make = (
  title: string,
  value: number,
  meaning: string,
  formula: string,
  href: string | null,
  more?: Partial<Fact>,
) => Fact;

/** Counts of a part of a direction: of a year, of a side, of a list, of a cell. */
function partFact(
  kind: string,
  detail: string,
  direction: DirectionBrief,
  names: Names,
  known: Known,
  make: Make,
): Fact | null {
  const { brief } = known;
  if (kind === "year") {
    const found = known.years.find(({ from, to }) => from === direction.from && to === direction.to);
    const count = found?.perYear.find(({ year }) => String(year) === detail)?.count ?? 0;
    return make(
      words.year(names, Number(detail)),
      count,
      words.yearMean(dateKinds[brief.dates]),
      words.yearFormula,
      listHref(direction, known, { since: detail, until: detail }),
      { command: listCommand(direction, known, ` --since ${detail} --until ${detail}`) },
    );
  }
  if (kind === "by") {
    const found = direction.bySide.find(({ side }) => side === detail);
    if (!found) return null;
    return make(
      words.bySide(names, sideName(brief, detail)),
      found.incidents,
      words.bySideMean(sideName(brief, detail)),
      words.bySideFormula,
      listHref(direction, known, { by: detail }),
      { command: listCommand(direction, { ...known, view: { ...known.view, by: detail } }) },
    );
  }
  if (kind === "list") {
    const found = direction.bySource.find(({ source }) => source === detail);
    if (!found) return null;
    return make(
      words.byList(names, listName(detail)),
      found.incidents,
      words.byListMean,
      words.byListFormula,
      listHref(direction, known, { list: detail }),
      { sources: [sourceLine(brief, detail)], command: listCommand(direction, known, ` --list ${detail}`) },
    );
  }
  if (kind !== "cell") return null;
  const lists = detail.split("+");
  const cell = direction.overlap.cells.find((one) => one.lists.join("+") === detail);
  return cell
    ? make(words.cell(names, list(lists.map(listName))), cell.count, words.cellMean, words.cellFormula, null, {
        sources: lists.map((name) => sourceLine(brief, name)),
        command: briefCommand(known),
      })
    : null;
}

function plainCount(title: string, value: number, known: Known): Fact {
  return {
    title,
    value: number(value),
    exact: null,
    interval: null,
    refused: null,
    meaning: "",
    sources: known.brief.sources.map(({ name }) => sourceLine(known.brief, name)),
    assumptions: words.countAssumptions,
    formula: "",
    references: [],
    inputs: known.brief.inputs,
    command: briefCommand(known),
    list: null,
  };
}

type Estimated = {
  answer: Answer;
  method: Method;
  title: string;
  meaning: string;
  list: string | null;
  sources: string[];
};

function estimateFact({ answer, method, ...base }: Estimated, known: Known): Fact {
  const common = { ...base, command: briefCommand(known), formula: formulas[method] ?? method };
  if ("refused" in answer) {
    const none = { value: null, exact: null, interval: null, inputs: null, assumptions: [] };
    return { ...common, ...none, refused: answer.refused.because, references: methodReferences[method] };
  }
  const { value, unit, interval, assumptions, references, inputs } = answer;
  const isRatio = method === "parity" || method === "before-after";
  const inWords = method === "chao" ? drawer.atLeast : drawer.roughly;
  const shown = (one: number): string => (isRatio ? ratio(one) : about(one, interval));
  const end = (one: number): string => (isRatio ? exactly(one) : shown(one));
  return {
    ...common,
    value: isRatio ? `×${ratio(value)}` : inWords(drawer.unit(shown(value), unit)),
    exact: drawer.unit(String(Number(value.toPrecision(6))), unit),
    interval: drawer.intervalWords(100 * interval.level, end(interval.lower), end(interval.upper)),
    refused: null,
    assumptions,
    references,
    inputs,
  };
}

function exactly(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function measuredSources(brief: Brief): string[] {
  return (brief.directions[0]?.overlap.lists ?? []).map((name) => sourceLine(brief, name));
}

function sourceLine({ sources }: Brief, name: string): string {
  const found = sources.find((source) => source.name === name);
  return found === undefined || found.publisher === "" ? listName(name) : `${found.title}, ${found.publisher}`;
}

function parityFact(side: string, known: Known): Fact | null {
  const found = known.brief.parity.find((one) => one.side === side);
  const [first] = known.brief.directions;
  if (!found || !first) return null;
  const names = namesOf(known.brief, first);
  const title = words.parity(sideName(known.brief, side));
  const { sources } = plainCount("", 0, known);
  return estimateFact(
    { answer: found.ratio, method: "parity", title, meaning: words.parityMean(names), list: null, sources },
    known,
  );
}

function fallFact(listed: string, profiles: string, known: Known): Fact | null {
  const row = known.brief.agreement.rows.find((one) => one.list === listed && one.profiles === profiles);
  if (!row) return null;
  const meaning =
    "refused" in row.fall ? "" : words.fallMean(row.fall.before, row.fall.after, known.brief.agreement.months);
  const title = words.fall(listName(row.list));
  const sources = [sourceLine(known.brief, row.list)];
  return estimateFact(
    { answer: row.fall, method: "before-after", title, meaning, list: fallList(row, known), sources },
    known,
  );
}

function fallList({ list: listed, profiles, dates }: AgreementRow, { brief, view }: Known): string {
  const year = Number(brief.agreement.date.slice(0, 4));
  return `/incidents${query({ from: brief.agreement.direction.from, to: brief.agreement.direction.to, list: listed, kind: profiles === "without" ? "event" : null, since: year - 2, until: year + 2, date: dates, asof: view.asof, read: view.read })}`;
}

function totalFact(what: string, known: Known): Fact | null {
  const { totals } = known.brief;
  const titles: Record<string, [string, number]> = {
    incidents: [words.totalIncidents, totals.incidents],
    statements: [words.totalStatements, totals.statements],
    denials: [words.totalDenials, totals.denials],
    acts: [words.totalActs, totals.acts],
  };
  const found = titles[what];
  return found
    ? {
        ...plainCount(found[0], found[1], known),
        meaning: words.totalMean,
        formula: words.totalFormula,
        list: what === "acts" ? null : `/incidents${query({ asof: known.view.asof, read: known.view.read })}`,
      }
    : null;
}

function flags({ view: { asof, by, date } }: Known): string {
  return [
    by === null ? "" : ` --by ${by}`,
    date === "first" ? "" : ` --date ${date}`,
    asof === null ? "" : ` --asof ${asof}`,
  ].join("");
}

export function briefCommand(known: Known): string {
  return `detente brief ${known.brief.case}${flags(known)} --json`;
}

function listCommand({ from, to }: { from: string; to: string }, known: Known, more = ""): string {
  return `detente incidents --case ${known.brief.case} --from ${from} --to ${to}${more}${flags(known)} --json`;
}
