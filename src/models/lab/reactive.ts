// Strategies that look at a few past moves and keep no state of their own.

import { C, D, mine, theirs, type History, type Move, type Strategy } from "./strategy.ts";

function reactive(
  name: string,
  axelrod: string,
  inWords: string,
  memory: number,
  move: (history: History) => number,
): Strategy {
  const player = (history: History): Move => (move(history) === 0 ? 0 : 1);
  return { name, axelrod, inWords, references: ["axelrodHamilton1981"], memory, start: () => player };
}

/** Attacks among the other side's last moves. */
function attacksInLast(history: History, last: number): number {
  let attacks = 0;
  for (let ago = 1; ago <= Math.min(last, history.turns); ago++) attacks += 1 - theirs(history, ago);
  return attacks;
}

const attacks = ({ turns, cooperationsOfTheirs }: History): number => turns - cooperationsOfTheirs;

export const reactiveStrategies: readonly Strategy[] = [
  reactive("cooperator", "Cooperator", "always restrain", 0, () => C),
  reactive("defector", "Defector", "always attack", 0, () => D),
  reactive("alternator", "Alternator", "restrain and attack by turns", 0, ({ turns }) => (turns % 2 === 0 ? C : D)),
  reactive("tit-for-tat", "TitForTat", "restrain first, then copy the other's last move", 1, (history) =>
    theirs(history),
  ),
  reactive(
    "suspicious-tit-for-tat",
    "SuspiciousTitForTat",
    "attack first, then copy the other's last move",
    1,
    (history) => (history.turns === 0 ? D : theirs(history)),
  ),
  reactive("tit-for-two-tats", "TitFor2Tats", "attack only after two attacks in a row", 2, (history) =>
    attacksInLast(history, 2) === 2 ? D : C,
  ),
  reactive("two-tits-for-tat", "TwoTitsForTat", "answer each attack with two", 2, (history) =>
    attacksInLast(history, 2) > 0 ? D : C,
  ),
  reactive("hard-tit-for-tat", "HardTitForTat", "attack if the other attacked in the last three turns", 3, (history) =>
    attacksInLast(history, 3) > 0 ? D : C,
  ),
  reactive(
    "hard-tit-for-two-tats",
    "HardTitFor2Tats",
    "attack if the other attacked twice in a row within three turns",
    3,
    (history) => {
      const [one, two, three] = [theirs(history, 1), theirs(history, 2), theirs(history, 3)];
      return (one === D && two === D) || (two === D && three === D) ? D : C;
    },
  ),
  reactive(
    "anti-tit-for-tat",
    "AntiTitForTat",
    "restrain first, then do the opposite of the other's last move",
    1,
    (history) => (history.turns === 0 ? C : 1 - theirs(history)),
  ),
  reactive("bully", "Bully", "attack first, then do the opposite of the other's last move", 1, (history) =>
    history.turns === 0 ? D : 1 - theirs(history),
  ),
  reactive(
    "win-stay-lose-shift",
    "WinStayLoseShift",
    "keep the move after a good turn, change it after a bad one",
    1,
    (history) => (history.turns === 0 ? C : theirs(history) === C ? mine(history) : 1 - mine(history)),
  ),
  reactive(
    "grudger",
    "Grudger",
    "restrain until the other has attacked once, then attack for ever",
    Infinity,
    (history) => (attacks(history) > 0 ? D : C),
  ),
  reactive(
    "opposite-grudger",
    "OppositeGrudger",
    "attack until the other has restrained once, then restrain for ever",
    Infinity,
    ({ cooperationsOfTheirs }) => (cooperationsOfTheirs > 0 ? C : D),
  ),
  reactive(
    "forgiver",
    "Forgiver",
    "attack while more than a tenth of the other's moves were attacks",
    Infinity,
    (history) => (attacks(history) > history.turns / 10 ? D : C),
  ),
  reactive(
    "go-by-majority",
    "GoByMajority",
    "restrain while the other has restrained at least as often as attacked",
    Infinity,
    (history) => (history.cooperationsOfTheirs >= attacks(history) ? C : D),
  ),
  reactive(
    "hard-go-by-majority",
    "HardGoByMajority",
    "restrain only while the other has restrained oftener than attacked",
    Infinity,
    (history) => (history.cooperationsOfTheirs > attacks(history) ? C : D),
  ),
  reactive("cycler-ccd", "CyclerCCD", "restrain, restrain, attack, and again", 0, ({ turns }) =>
    turns % 3 === 2 ? D : C,
  ),
  reactive("cycler-ddc", "CyclerDDC", "attack, attack, restrain, and again", 0, ({ turns }) =>
    turns % 3 === 2 ? C : D,
  ),
  reactive(
    "handshake",
    "Handshake",
    "open with restraint and attack; restrain for ever with who did the same, attack others",
    Infinity,
    ({ turns, theirs: moves }) => {
      if (turns < 2) return turns === 0 ? C : D;
      return moves[0] === C && moves[1] === D ? C : D;
    },
  ),
  reactive(
    "prober",
    "Prober",
    "open with attack, restraint, restraint; exploit who did not answer, else tit for tat",
    Infinity,
    (history) => {
      if (history.turns < 3) return history.turns === 0 ? D : C;
      return history.theirs[1] === C && history.theirs[2] === C ? D : theirs(history);
    },
  ),
  reactive("davis", "FirstByDavis", "restrain for ten turns, then hold a grudge", Infinity, (history) =>
    history.turns < 10 || attacks(history) === 0 ? C : D,
  ),
  reactive(
    "tricky-defector",
    "TrickyDefector",
    "attack, but restrain once after three attacks of a side that has ever restrained",
    Infinity,
    (history) => (history.cooperationsOfTheirs > 0 && history.turns >= 3 && attacksInLast(history, 3) === 3 ? C : D),
  ),
];
