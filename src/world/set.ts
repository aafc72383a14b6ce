// Changes a world by key, as sliders, addresses and `--set key=value` do: "q=0.6", "issue.commercial-theft.A.T=5",
// "chosen=commercial-theft", "stakes=1,2,4".

import { InputError } from "../values/errors.ts";
import { worldKeys, type Issue, type Payoffs, type World, type WorldKey } from "./world.ts";

export const HIGHEST_PAYOFF = 1e6;

export function setInWorld(world: World, key: string, value: string | number): World {
  if (isWorldKey(key)) return withParam(world, key, toNumber(key, value));
  if (key === "chosen") return { ...world, chosen: indexOfIssue(world, String(value)) };
  if (key === "penalty") return { ...world, penalty: value === "none" ? null : indexOfIssue(world, String(value)) };
  if (key === "stakes") return { ...world, stakes: stakesFrom(String(value)) };
  const [head, id = "", side, letter] = key.split(".");
  if (head !== "issue") throw new InputError(key, "a key of the world", key);
  return withPayoff(world, id, side, letter, toNumber(key, value));
}

export function isWorldKey(key: string): key is WorldKey {
  return (worldKeys as readonly string[]).includes(key);
}

function withParam(world: World, key: WorldKey, value: number): World {
  const old = world.params[key];
  if (value < old.min || value > old.max) throw new InputError(key, `a number from ${old.min} to ${old.max}`, value);
  const { interval: _, ...rest } = old;
  const source = { kind: "assumption", note: "set by hand" } as const;
  return { ...world, params: { ...world.params, [key]: { ...rest, value, source } } };
}

function withPayoff(
  world: World,
  id: string,
  side: string | undefined,
  letter: string | undefined,
  value: number,
): World {
  const index = indexOfIssue(world, id);
  const place = `issue.${id}`;
  if (side !== "A" && side !== "B") throw new InputError(place, "side A or B", side);
  if (letter !== "T" && letter !== "R" && letter !== "P" && letter !== "S")
    throw new InputError(place, "T, R, P or S", letter);
  if (Math.abs(value) > HIGHEST_PAYOFF) throw new InputError(place, "a payoff within a million", value);
  const issues = world.issues.map((issue, at) =>
    at === index ? { ...issue, [side]: { ...issue[side], [letter]: value } } : issue,
  );
  checkIssue(issues[index] as Issue);
  return { ...world, issues };
}

/** A prisoner's dilemma for both sides, or an InputError. */
export function checkIssue({ id, A, B }: Issue): void {
  for (const [side, payoffs] of Object.entries({ A, B }) as ["A" | "B", Payoffs][]) {
    const { T, R, P, S } = payoffs;
    if (!(T > R && R > P && P > S))
      throw new InputError(`issue.${id}.${side}`, "T > R > P > S", JSON.stringify(payoffs));
  }
}

function indexOfIssue(world: World, id: string): number {
  const index = world.issues.findIndex((issue) => issue.id === id);
  if (index < 0) throw new InputError("issue", world.issues.map((issue) => issue.id).join(", "), id);
  return index;
}

function stakesFrom(text: string): number[] {
  const stakes = text.split(",").map((item) => toNumber("stakes", item));
  if (stakes.length > 100) throw new InputError("stakes", "at most a hundred stakes", stakes.length);
  return stakes;
}

function toNumber(place: string, value: string | number): number {
  const read = typeof value === "number" || value.trim() === "" ? Number(value) : Number(value.trim());
  if (value === "" || !Number.isFinite(read)) throw new InputError(place, "a number", value);
  return read;
}
