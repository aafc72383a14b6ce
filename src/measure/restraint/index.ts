// Is there something that neither side does to the other though both do it to others? A candidate for a tacit
// understanding is mutual (rare both ways, by each side's own habits), lasting (in both halves of the period) and not
// explained by coverage (it holds with habits of each half, and without any one of the other rivals).

import { answer, refuse, type Refusal } from "../../values/outcome.ts";
import type { StateCode } from "../../values/state.ts";
import type { Estimator } from "../estimator.ts";
import { adjusted } from "../../math/false-discovery.ts";
import { categoryOf, type Category, type Deed } from "./deed.ts";
import { countCategory, pWithin, pWithoutOne, withQ, type CategoryCount } from "./habit.ts";

export type RestraintAsked = {
  deeds: readonly Deed[];
  dyad: readonly [StateCode, StateCode];
  /** Share of false discoveries that is put up with. */
  level?: number;
};

export type DirectionRestraint = {
  from: StateCode;
  to: StateCode;
  deeds: number;
  againstOthers: number;
  /** Other rivals by how many deeds. */
  others: { to: StateCode; deeds: number }[];
} & ({ categories: (CategoryCount & { q: number | null })[] } | { refused: Refusal });

/** A category that both sides spare each other. */
export type Understanding = Category & {
  between: readonly [StateCode, StateCode];
  /** The larger of the two directions' p. */
  p: number;
  q: number;
  directions: [CategoryCount, CategoryCount];
  lasting: boolean;
  coverage: { withinHalves: number; withoutOneRival: number; explains: boolean };
  candidate: boolean;
};

export type Restraint = {
  dyad: readonly [StateCode, StateCode];
  /** First and last day number of the deeds, and the middle that parts the halves. */
  window: { from: number; middle: number; to: number } | null;
  undated: number;
  directions: [DirectionRestraint, DirectionRestraint];
  /** `ps` has the larger p of each category of which an absence both ways could have told something. */
  mutual: { tested: number; ps: number[]; understandings: Understanding[] } | { refused: Refusal };
};

export const USUAL_FALSE_SHARE = 0.1;
export const FEWEST_DEEDS = 5;

export const restraint: Estimator<RestraintAsked, Restraint> = {
  name: "restraint",
  question: "Is there something that neither side does to the other, though both do it to others?",
  references: ["fisher1935", "benjaminiHochberg1995", "tarone1990", "dcid2"],
  assumptions: [
    "this rival offers as many targets of each kind as the others do",
    "the list sees each kind of deed against this rival as well as against others",
    "a side's deeds are independent of each other",
    "what is not on record of both sides was not done, rather than not seen",
  ],
  estimate({ deeds, dyad, level = USUAL_FALSE_SHARE }) {
    const [a, b] = dyad;
    const own = [deeds.filter(({ from }) => from === a), deeds.filter(({ from }) => from === b)] as const;
    const between = own[0].filter(({ to }) => to === b).length + own[1].filter(({ to }) => to === a).length;
    if (own[0].length + own[1].length === 0) return refuse("no-cases");
    if (own[0].length + own[1].length === between) return refuse("no-habits");
    const directions: Restraint["directions"] = [directionOf(own[0], a, b, level), directionOf(own[1], b, a, level)];
    const days = [...own[0], ...own[1]].flatMap(({ day }) => (day === null ? [] : [day]));
    const window = windowOf(days);
    return answer({
      dyad,
      window,
      undated: own[0].length + own[1].length - days.length,
      directions,
      mutual: mutualOf(own, directions, window?.middle ?? 0, level),
    });
  },
};

function windowOf(days: readonly number[]): Restraint["window"] {
  if (days.length === 0) return null;
  const [from, to] = [
    days.reduce((least, day) => Math.min(least, day), Infinity),
    days.reduce((most, day) => Math.max(most, day), -Infinity),
  ];
  return { from, middle: Math.floor((from + to) / 2), to };
}

function directionOf(own: readonly Deed[], from: StateCode, to: StateCode, level: number): DirectionRestraint {
  const counts = new Map<StateCode, number>();
  for (const deed of own) counts.set(deed.to, (counts.get(deed.to) ?? 0) + 1);
  const deeds = counts.get(to) ?? 0;
  const others = [...counts]
    .filter(([state]) => state !== to)
    .map(([state, count]) => ({ to: state, deeds: count }))
    .sort((one, other) => other.deeds - one.deeds || (one.to < other.to ? -1 : 1));
  const about = { from, to, deeds, againstOthers: own.length - deeds, others };
  const few = Math.min(deeds, own.length - deeds);
  if (few < FEWEST_DEEDS) {
    const against = deeds === few ? `against ${to}` : "against all its other rivals";
    const detail = `${from} is on record with ${few} ${few === 1 ? "deed" : "deeds"} ${against}; at least ${FEWEST_DEEDS} are needed before an absence tells anything.`;
    return { ...about, refused: refuse("too-few", detail).refusal };
  }
  const keys = [...new Set(own.flatMap(({ categories }) => categories))].sort();
  const counted = keys.map((key) => countCategory(own, to, key));
  return { ...about, categories: withQ(counted, level).sort((one, other) => one.p - other.p) };
}

function mutualOf(
  own: readonly [readonly Deed[], readonly Deed[]],
  [first, second]: Restraint["directions"],
  middle: number,
  level: number,
): Restraint["mutual"] {
  if ("refused" in first) return { refused: first.refused };
  if ("refused" in second) return { refused: second.refused };
  const keys = [...new Set(own.flatMap((deeds) => deeds.flatMap(({ categories }) => categories)))].sort();
  const pairs = keys.map((key) => ({
    key,
    directions: [countCategory(own[0], first.to, key), countCategory(own[1], second.to, key)] as [
      CategoryCount,
      CategoryCount,
    ],
  }));
  const telling = pairs.filter(({ directions }) => directions.every(({ leastP }) => leastP <= level));
  const ps = telling.map(({ directions }) => Math.max(directions[0].p, directions[1].p));
  const qs = adjusted(ps);
  const understandings = telling.flatMap(({ key, directions }, index) =>
    qs[index]! <= level
      ? [judged(own, [first.to, second.to], key, directions, { p: ps[index]!, q: qs[index]! }, middle, level)]
      : [],
  );
  return { tested: telling.length, ps, understandings };
}

/** Whether what was found lasts and is not the coverage's doing. */
function judged(
  own: readonly [readonly Deed[], readonly Deed[]],
  rivals: readonly [StateCode, StateCode],
  key: string,
  directions: [CategoryCount, CategoryCount],
  { p, q }: { p: number; q: number },
  middle: number,
  level: number,
): Understanding {
  const halves = own.map((deeds) => [
    deeds.filter(({ day }) => day !== null && day <= middle),
    deeds.filter(({ day }) => day !== null && day > middle),
  ]);
  const lasting = halves.every((parts, side) =>
    parts.every((deeds) => {
      const { observed, expected } = countCategory(deeds, rivals[side]!, key);
      return expected > 0 && observed <= expected / 2;
    }),
  );
  const withinHalves = Math.max(...halves.map((parts, side) => pWithin(parts, rivals[side]!, key)));
  const withoutOneRival = Math.max(...own.map((deeds, side) => pWithoutOne(deeds, rivals[side]!, key)));
  const explains = withinHalves > level || withoutOneRival > level;
  return {
    ...categoryOf(key),
    between: [rivals[1], rivals[0]],
    p,
    q,
    directions,
    lasting,
    coverage: { withinHalves, withoutOneRival, explains },
    candidate: lasting && !explains,
  };
}

/** Every pair of states of which either acts against the other, the two in order of their codes. */
export function dyadsOf(deeds: readonly Deed[]): [StateCode, StateCode][] {
  const keys = new Set(deeds.map(({ from, to }) => [from, to].sort().join(">")));
  return [...keys].sort().map((key) => key.split(">") as [StateCode, StateCode]);
}
