// LINK (arguments d, e, f, g): is it worth tying an issue to a penalty elsewhere, and what does that endanger? A
// deviation anywhere is answered everywhere (linked) or only there (separate). The needed delta is
//   separate max over i,k (T−R)/(T−P) · linked max over i Σ_k(T−R)/Σ_k(T−P) · linked with transfers Σ_ik(T−R)/Σ_ik(T−P)
// (pooling lemma, derived; common core of bernheimWhinston1990, mcGinnis1986, lohmann1997).

import { largest, Rational, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at, type World } from "../world/world.ts";
import { linkNoise } from "./link-noise.ts";
import { linkPropositions } from "./link-propositions.ts";
import {
  outcomeOf,
  part,
  regime,
  threshold,
  type Data,
  type Model,
  type Param,
  type Part,
  type Solved,
} from "./model.ts";
import { anyNumber, discount, exact, list, number, object, param } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Side = { T: Rational; R: Rational; P: Rational; S: Rational | null };
type Issue = { A: Side; B: Side };
type Linked = { issues: Issue[]; names: string[]; delta: Rational | null; phi: Rational | null };

const sides = ["A", "B"] as const;

const standardIssues: Data = [
  { A: { T: 4, R: 3, P: 1, S: 0 }, B: { T: 6, R: 3, P: 2, S: 1 } },
  { A: { T: 4, R: 3, P: 2, S: 1 }, B: { T: 3.2, R: 3, P: -5, S: -6 } },
];

const params: Param[] = [
  param(
    "issues",
    "per issue and side T > R > P, and S <= P where the issue may serve as a penalty",
    null,
    standardIssues,
    { unit: "payoff per period" },
  ),
];

function readSide(place: string, value: unknown): Side {
  const given = object(place, value);
  const [T, R, P] = ["T", "R", "P"].map((key) => number(`${place}.${key}`, given[key], anyNumber)) as [
    Rational,
    Rational,
    Rational,
  ];
  const S = given["S"] === undefined || given["S"] === null ? null : number(`${place}.S`, given["S"], anyNumber);
  if (!T.isAbove(R) || !R.isAbove(P)) throw new InputError(place, "T > R > P", JSON.stringify({ T, R, P }));
  if (S?.isAbove(P))
    throw new InputError(
      `${place}.S`,
      "S at or below P: otherwise the penalty is no equilibrium of its issue",
      S.toString(),
    );
  return { T, R, P, S };
}

function read(input: Record<string, unknown>): Linked {
  const issues = list("LINK.issues", input["issues"], 50).map((item, k) => {
    const given = object(`LINK.issues[${k}]`, item);
    return { A: readSide(`LINK.issues[${k}].A`, given["A"]), B: readSide(`LINK.issues[${k}].B`, given["B"]) };
  });
  const names = Array.isArray(input["issueNames"])
    ? input["issueNames"].map(String)
    : issues.map((_, k) => `issue ${k + 1}`);
  const optional = (key: string, range = discount): Rational | null =>
    input[key] === undefined ? null : number(`LINK.${key}`, input[key], range);
  const phi = optional("phi", anyNumber);
  const last = issues.at(-1) as Issue;
  if (phi) {
    if (phi.negated().isAtLeast(last.B.R))
      throw new InputError("LINK.phi", "a fear with -phi below R of B in the last issue", phi.toString());
    last.B = { ...last.B, P: phi.negated(), S: null };
  }
  return { issues, names, delta: optional("delta"), phi };
}

const gain = ({ T, R }: Side): Rational => T.minus(R);
const stake = ({ T, P }: Side): Rational => T.minus(P);

function pooled(cells: readonly Side[]): Rational {
  return sumOf(cells.map(gain)).over(sumOf(cells.map(stake)));
}

export type Pooled = {
  separate: Rational;
  linked: Rational;
  transfers: Rational;
  first: Rational;
  bySide: [Rational, Rational];
};

export function thresholdsOf(issues: readonly Issue[]): Pooled {
  const all = issues.flatMap((issue) => sides.map((side) => issue[side]));
  const bySide = sides.map((side) => pooled(issues.map((issue) => issue[side]))) as [Rational, Rational];
  const [one] = issues as [Issue, ...Issue[]];
  return {
    separate: largest(all.map((cell) => pooled([cell]))),
    linked: largest(bySide),
    transfers: pooled(all),
    first: pooled([one.A, one.B]),
    bySide,
  };
}

function solvePooling({ issues, names, delta }: Linked): Outcome<Solved> {
  const { separate, linked, transfers, first, bySide } = thresholdsOf(issues);
  const alone = issues.map((issue) => largest(sides.map((side) => pooled([issue[side]]))));
  const atRisk = names.filter((_, k) => (alone[k] as Rational).isBelow(linked));
  const helps = linked.isBelow(separate);
  const holds = (needed: Rational): boolean => delta?.isAtLeast(needed) ?? false;
  const where = (low: Rational, high: Rational | null): boolean =>
    holds(low) && (high === null || delta?.isBelow(high) === true);
  return answer({
    regimes: [
      regime(
        "not even with transfers",
        "delta < Sum(T-R)/Sum(T-P)",
        delta !== null && delta.isBelow(transfers),
        "restraint in all issues cannot be held",
      ),
      regime(
        "only with transfers",
        "between the pooled fraction and the linked threshold",
        where(transfers, linked),
        "restraint holds if one side can compensate the other",
      ),
      regime(
        "only if linked",
        "linked <= delta < separate",
        where(linked, separate),
        "restraint holds if a breach anywhere is answered everywhere",
      ),
      regime(
        "issue by issue",
        "delta >= separate",
        where(separate, null),
        "every issue holds by itself; linking adds nothing",
      ),
    ],
    equilibria: [
      {
        name: "linked restraint",
        inWords: "Both restrain in every issue; after any breach both attack in all of them for good.",
        play: { needs: exact(linked), binding: bySide[0].isAtLeast(bySide[1]) ? "A" : "B" },
      },
    ],
    thresholds: [
      threshold("delta", "above", separate, "max (T-R)/(T-P)", "each issue holds by itself"),
      threshold(
        "delta",
        "above",
        linked,
        "max_i Sum_k(T-R)/Sum_k(T-P)",
        "all issues hold if a breach anywhere is answered everywhere",
      ),
      threshold(
        "delta",
        "above",
        transfers,
        "Sum_ik(T-R)/Sum_ik(T-P)",
        "all issues hold if linked and with side payments",
      ),
      threshold("delta", "above", bySide[0], "Sum_k(T-R)/Sum_k(T-P) of A", "A holds if the issues are linked"),
      threshold("delta", "above", bySide[1], "Sum_k(T-R)/Sum_k(T-P) of B", "B holds if the issues are linked"),
    ],
    outcome: outcomeOf({
      ...(delta ? { restraintA: holds(linked) ? 1 : 0, restraintB: holds(linked) ? 1 : 0 } : {}),
      separate: exact(separate),
      linked: exact(linked),
      transfersIssue1Only: exact(first),
      linkedAndTransfers: exact(transfers),
      linkedA: exact(bySide[0]),
      linkedB: exact(bySide[1]),
      linkingHelps: helps,
      issuesPutAtRisk: atRisk,
    }),
    certificate: certificateOf(issues, { separate, linked, transfers, first, bySide }),
  });
}

function certificateOf(issues: readonly Issue[], found: Pooled): Solved["certificate"] {
  const rows = new RowList();
  const cellName = (side: string, k: number): string => `${side} in issue ${k + 1}`;
  for (const [k, issue] of issues.entries()) {
    for (const side of sides) {
      const { T, R, P, S } = issue[side];
      rows.strict(`${cellName(side, k)}: T > R`, T, R).strict(`${cellName(side, k)}: R > P`, R, P);
      if (S) rows.ineq(`${cellName(side, k)}: the penalty is an equilibrium of its issue, S <= P`, P, S);
      rows.ineq(`separate: ${cellName(side, k)} keeps restraint`, found.separate.times(T.minus(P)), T.minus(R));
    }
  }
  for (const [at, side] of sides.entries()) {
    const cells = issues.map((issue) => issue[side]);
    rows.ineq(
      `linked: ${side} keeps restraint in all issues`,
      found.linked.times(sumOf(cells.map(stake))),
      sumOf(cells.map(gain)),
    );
    rows.eq(
      `linked: ${side}'s own threshold leaves no slack`,
      (found.bySide[at] as Rational).times(sumOf(cells.map(stake))),
      sumOf(cells.map(gain)),
    );
  }
  const all = issues.flatMap((issue) => sides.map((side) => issue[side]));
  rows.eq(
    "linked with transfers: both together are left without slack",
    found.transfers.times(sumOf(all.map(stake))),
    sumOf(all.map(gain)),
  );
  const [one] = issues as [Issue, ...Issue[]];
  rows.eq(
    "transfers on issue 1 alone: both together are left without slack",
    found.first.times(stake(one.A).plus(stake(one.B))),
    gain(one.A).plus(gain(one.B)),
  );
  rows.eq("the linked threshold is the larger of the sides' own", found.linked, largest(found.bySide));
  rows.eq("the separate threshold is the largest of all", found.separate, largest(all.map((cell) => pooled([cell]))));
  const { separate, linked, transfers, first, bySide } = found;
  const profile = {
    separate,
    linked,
    linkedA: bySide[0],
    linkedB: bySide[1],
    linkedAndTransfers: transfers,
    transfersIssue1Only: first,
  };
  return certificate("LINK/pooling", { issues }, profile, rows);
}

const pooling: Part = part({
  name: "pooling",
  question: "Does tying the issues together hold what none holds alone?",
  status: "derived",
  params,
  also: ["issueNames", "delta", "phi"],
  read,
  solve: solvePooling,
});

function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  const picked = [world.chosen, ...(world.penalty === null || world.penalty === world.chosen ? [] : [world.penalty])];
  const used = picked.flatMap((index) => world.issues[index] ?? []);
  const delta = Math.min(at(world, "delta_A"), at(world, "delta_B"));
  const phi = world.penalty === null || picked.length < 2 ? {} : { phi: at(world, "phi") };
  return [
    {
      part: "pooling",
      params: {
        issues: used.map(({ A, B }) => ({ A, B })),
        issueNames: used.map(({ title }) => title.en),
        delta,
        ...phi,
      },
    },
  ];
}

export const link: Model = {
  card: {
    id: "LINK",
    title: "Issue linkage",
    question: "Is it worth tying one issue to a penalty in another, and what does that endanger?",
    story: "The sides meet in several issues at once. A breach in one can be answered there, or everywhere.",
    players: ["A", "B"],
    moves: "in every issue and every period, both restrain or attack at once",
    payoffs: "per issue T > R > P, and S <= P; they add up over issues",
    assumptions: [
      "moves in all issues are seen (pooling), or each issue gives its own signal (noise)",
      "payoffs add up over issues",
      "the penalty is for good",
    ],
    references: [
      {
        key: "bernheimWhinston1990",
        status: "derived",
        note: "the pooled condition is the common core; not checked against the paper's text",
      },
      { key: "mcGinnis1986", status: "derived", note: "not checked against the paper's text" },
      { key: "lohmann1997", status: "derived", note: "not checked against the paper's text" },
      { key: "kobayashiOhta2012", status: "published", note: "the loss of many issues is that of one: abstract only" },
      {
        key: "goldlueckeKranz2012",
        status: "published",
        note: "with transfers the fraction agrees with the theorem L/(L+Ue-V)",
      },
    ],
    status: "derived",
    arguments: ["d", "e", "f", "g"],
  },
  parts: [pooling, linkNoise],
  fromWorld,
  propositions: linkPropositions,
};
