// Every part of every model, at its defaults and at random: its certificate passes the independent checker, and no
// mutated certificate does.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/models/checker/check.ts";
import { models } from "../../src/models/index.ts";
import { solve } from "../../src/models/model.ts";
import type { Certificate, Data, Param } from "../../src/models/model.ts";
import { parseRational } from "../../src/math/rational.ts";

const parts = models.flatMap((model) =>
  model.parts.map((part) => ({ model, part, title: `${model.card.id}/${part.name}` })),
);

/** Certificates at the defaults, as a file would hold them. */
const certificates = parts.flatMap(({ model, part, title }) => {
  const solved = solve(model, { part: part.name });
  return solved.ok && solved.value.certificate
    ? [{ title, certificate: JSON.parse(JSON.stringify(solved.value.certificate)) as Certificate }]
    : [];
});

/** Those whose rows need intervals take longer to check. */
const slow = /COUNT\/capture|RECIP|ADVISER\/threshold|LAB/;

function passes(certificate: unknown): boolean {
  try {
    return check(certificate).valid;
  } catch {
    return false;
  }
}

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number };

/** Every number and text in a certificate. */
function leaves(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    const holder = value as Record<string, unknown>;
    if (typeof item === "object" && item !== null) leaves(item, found);
    else if (item !== null) found.push({ holder, key });
  }
  return found;
}

function mutate(value: unknown, how: number): unknown {
  if (typeof value === "number") return how % 2 === 0 ? value + 1e-3 * Math.max(1, Math.abs(value)) : -value - 1;
  if (typeof value === "boolean") return !value;
  const text = String(value);
  const exact = parseRational(text);
  if (exact) return (how % 2 === 0 ? exact.plus("1/7") : exact.times(-1).minus("1/3")).toString();
  return `${text}x`;
}

describe("certificates", () => {
  test("every model yields one that passes", () => {
    const failing = certificates.filter(({ certificate }) => !passes(certificate)).map(({ title }) => title);
    expect(failing).toStrictEqual([]);
    expect(certificates.length).toBeGreaterThanOrEqual(24);
  });

  test("no mutation of a single number or text passes", () => {
    const survivors: string[] = [];
    let tried = 0;
    for (const { title, certificate } of certificates) {
      const places = leaves(certificate).length;
      // Large certificates are sampled evenly: every place of the small ones.
      const stride = Math.ceil(places / (slow.test(title) ? 12 : 160));
      for (let at = 0; at < places; at += stride) {
        for (const how of [0, 1]) {
          const copy = structuredClone(certificate);
          const { holder, key } = leaves(copy)[at] as Place;
          (holder as Record<string | number, unknown>)[key] = mutate(
            (holder as Record<string | number, unknown>)[key],
            how,
          );
          tried++;
          if (passes(copy)) survivors.push(`${title}: ${String(key)}`);
        }
      }
    }
    expect(survivors).toStrictEqual([]);
    expect(tried).toBeGreaterThan(4000);
  });

  test("no certificate passes with a row left out, doubled or swapped", () => {
    const survivors = certificates.flatMap(({ title, certificate }) =>
      certificate.rows.slice(0, slow.test(title) ? 3 : 40).flatMap((row, at) => {
        const without = certificate.rows.toSpliced(at, 1);
        const doubled = certificate.rows.toSpliced(at, 0, row);
        return [without, doubled].some((rows) => passes({ ...certificate, rows })) ? [`${title}: row ${at}`] : [];
      }),
    );
    expect(survivors).toStrictEqual([]);
  });
});

function arbitraryFor({ range, default: standard }: Param): fc.Arbitrary<number> | null {
  if (!range) return null;
  const low = range.minIncluded ? range.min : range.min + 1e-3;
  const high = Math.min(range.max, Math.max(low + 1, 20));
  const usual = Number(standard);
  const inside = (x: number): boolean => x >= range.min && x <= range.max;
  const near = fc
    .integer({ min: -20, max: 20 })
    .map((k) => Number((usual * (1 + k / 100)).toFixed(6)))
    .filter(inside);
  const anywhere = fc
    .double({ min: Math.max(low, -20), max: range.maxIncluded ? high : high - 1e-3, noNaN: true })
    .map((x) => Number(x.toFixed(3)));
  return fc.oneof({ arbitrary: near, weight: 2 }, { arbitrary: anywhere, weight: 1 });
}

describe("random parameters", () => {
  test.each(parts.map(({ title, model, part }) => [title, model, part] as const))(
    "%s: an answer whose certificate passes, a refusal, or an InputError",
    (_, model, part) => {
      const fields = part.params.flatMap((param) => {
        const arbitrary = arbitraryFor(param);
        return arbitrary ? [[param.key, arbitrary] as const] : [];
      });
      const wrong: string[] = [];
      let solvedOften = 0;
      fc.assert(
        fc.property(fc.record(Object.fromEntries(fields)), (params) => {
          try {
            const solved = solve(model, { part: part.name, ...(params as Record<string, Data>) });
            const certificate = solved.ok ? solved.value.certificate : null;
            if (certificate && !passes(JSON.parse(JSON.stringify(certificate)))) wrong.push(JSON.stringify(params));
            solvedOften++;
          } catch (error) {
            if ((error as Error).name !== "InputError")
              wrong.push(`${JSON.stringify(params)}: ${(error as Error).message}`);
          }
        }),
        { numRuns: part.name === "stationary" || part.name === "reciprocity" ? 10 : 80, seed: 20260101 },
      );
      expect(wrong).toStrictEqual([]);
      expect(solvedOften).toBeGreaterThan(0);
    },
  );
});
