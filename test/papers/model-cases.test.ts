// The reference cases of the model library, solved from their inputs alone. Uses shared data where it is there.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/models/checker/check.ts";
import { modelOf } from "../../src/models/index.ts";
import { solve } from "../../src/models/model.ts";
import { parseRational } from "../../src/math/rational.ts";

const path = "../shared/oracles/model-cases.json";

type Case = { model: string; case: string; input: Record<string, unknown>; expected: unknown; tol: number };

const cases: Case[] = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Case[]) : [];

function inWords(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}

/** Where the expected values are not met; empty where they are. */
function differences(got: unknown, expected: unknown, tol: number, place = ""): string[] {
  if (expected === null) return got === null ? [] : [`${place}: ${JSON.stringify(got)} for null`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [`${place}: ${JSON.stringify(got)}`];
    // Points compare as sets.
    if (/vertices|nash$/.test(place)) {
      return expected.flatMap((point, index) =>
        got.some((other) => differences(other, point, tol).length === 0) ? [] : [`${place}[${index}] is missing`],
      );
    }
    return expected.flatMap((item, index) => differences(got[index], item, tol, `${place}[${index}]`));
  }
  if (typeof expected === "object") {
    if (typeof got !== "object" || got === null) return [`${place}: ${JSON.stringify(got)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((got as Record<string, unknown>)[key], value, tol, `${place}.${key}`),
    );
  }
  const [left, right] = [parseRational(inWords(got)), parseRational(inWords(expected))];
  if (!right || !left) return got === expected ? [] : [`${place}: ${inWords(got)} for ${inWords(expected)}`];
  const gap = left.minus(right).abs().toNumber();
  return gap <= tol * Math.max(1, Math.abs(right.toNumber()))
    ? []
    : [`${place}: ${inWords(got)} for ${inWords(expected)}`];
}

describe.skipIf(cases.length === 0)("reference cases of MODELS (shared data)", () => {
  test.each(cases.filter(({ model }) => modelOf(model)).map((item) => [`${item.model} ${item.case}`, item] as const))(
    "%s",
    (_, item) => {
      const model = modelOf(item.model);
      if (!model) throw new Error(`No model ${item.model}`);
      const solved = solve(model, item.input);
      const outcome = solved.ok ? solved.value.outcome : solved.refusal;
      const got = Array.isArray(item.expected) ? (outcome as Record<string, unknown>)["steps"] : outcome;
      expect(differences(got, item.expected, item.tol)).toStrictEqual([]);
      const certificate: unknown = JSON.parse(JSON.stringify(solved.ok ? solved.value.certificate : null));
      const checked = certificate === null ? null : check(certificate);
      expect(checked?.rows.filter((row) => !row.holds) ?? []).toStrictEqual([]);
    },
  );
});
