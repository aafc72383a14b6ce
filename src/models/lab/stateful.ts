// Strategies that keep a state of their own: started anew for every match.

import { C, D, mine, theirs, type Player, type Strategy } from "./strategy.ts";

function stateful(name: string, axelrod: string, inWords: string, start: () => Player): Strategy {
  return { name, axelrod, inWords, references: ["axelrodHamilton1981"], memory: Infinity, start };
}

/** Four attacks and two restraints answer an attack; attacks meanwhile are overlooked. */
function softGrudger(): Player {
  const answers = [D, D, D, D, C, C] as const;
  let at: number = answers.length;
  return (history) => {
    if (at < answers.length) return answers[at++] as 0 | 1;
    if (theirs(history) === C) return C;
    at = 1;
    return D;
  };
}

function forgetfulGrudger(): Player {
  let [grudge, turns] = [false, 0];
  return (history) => {
    if (turns === 10) [grudge, turns] = [false, 0];
    if (theirs(history) === D) grudge = true;
    if (!grudge) return C;
    turns++;
    return D;
  };
}

/** After the other's n-th attack n attacks and then two restraints. */
function gradual(): Player {
  let [punish, calm] = [0, 0];
  return (history) => {
    if (punish > 0) {
      punish--;
      return D;
    }
    if (calm > 0) {
      calm--;
      return C;
    }
    if (theirs(history) === C) return C;
    punish = history.turns - history.cooperationsOfTheirs - 1;
    calm = 2;
    return D;
  };
}

/** Tit for tat that breaks out of alternating retaliation, and gives up on the erratic. */
function omega(): Player {
  const [deadlockAt, erraticAt] = [3, 8];
  let [deadlock, erratic] = [0, 0];
  return (history) => {
    if (history.turns < 2) return theirs(history) === D ? D : C;
    if (deadlock >= deadlockAt) {
      deadlock = deadlock === deadlockAt ? deadlockAt + 1 : 0;
      return C;
    }
    const [last, before] = [theirs(history, 1), theirs(history, 2)];
    if (last === C && before === C) erratic--;
    if (last !== before) erratic++;
    if (mine(history) !== last) erratic++;
    if (erratic >= erraticAt) return D;
    deadlock = last === before ? 0 : deadlock + 1;
    return last === D ? D : C;
  };
}

/** Each new attack out of mutual restraint is punished for one turn longer than the last. */
function shubik(): Player {
  let [length, remaining] = [0, 0];
  return (history) => {
    if (history.turns === 0) return C;
    if (theirs(history) === D && mine(history) === C) {
      length++;
      remaining = length;
    }
    if (remaining === 0) return C;
    remaining--;
    return D;
  };
}

/** Punishes for as many turns as a twentieth share of attacks in the past makes it. */
function punisher(): Player {
  let [grudge, memory, length] = [false, 1, 1];
  return (history) => {
    if (memory >= length) [grudge, memory] = [false, 0];
    if (grudge) {
      memory++;
      return D;
    }
    if (theirs(history) === C) return C;
    length = Math.floor(((history.turns - history.cooperationsOfTheirs) * 20) / history.turns);
    grudge = true;
    return D;
  };
}

/** Tit for tat that does not answer what its own mistake provoked. */
function contrite(): Player {
  let [sorry, intended] = [false, C as 0 | 1];
  return (history) => {
    if (history.turns === 0) return intended;
    if (sorry && mine(history) === C) {
      sorry = false;
      intended = C;
      return C;
    }
    if (mine(history) !== intended && mine(history) === D && theirs(history) === C) sorry = true;
    intended = theirs(history) === D ? D : C;
    return intended;
  };
}

export const statefulStrategies: readonly Strategy[] = [
  stateful("soft-grudger", "SoftGrudger", "answer an attack with four attacks and two restraints", softGrudger),
  stateful("forgetful-grudger", "ForgetfulGrudger", "hold a grudge for ten turns", forgetfulGrudger),
  stateful("gradual", "Gradual", "answer the n-th attack with n attacks, then two restraints", gradual),
  stateful("omega-tit-for-tat", "OmegaTFT", "tit for tat that breaks deadlocks and gives up on the erratic", omega),
  stateful("shubik", "FirstByShubik", "answer each new attack for one turn longer than the last", shubik),
  stateful("punisher", "Punisher", "hold a grudge the longer, the more the other has attacked", punisher),
  stateful(
    "contrite-tit-for-tat",
    "ContriteTitForTat",
    "tit for tat that accepts the answer to its own mistake",
    contrite,
  ),
];
