import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, chain, firstBreak, type Change } from "./record.ts";

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom("statement", "link"),
    case: fc.constant("us-cn"),
    subject: fc.string(),
    body: fc.jsonValue(),
  }),
  { minLength: 1, maxLength: 12 },
);
const now = new Date("2026-01-02T03:04:05.678Z");

test("chain() makes records that firstBreak() accepts, in one piece or in two", () => {
  fc.assert(
    fc.property(changes, fc.nat(), (list: Change[], cut) => {
      const whole = chain(null, list, now);
      const first = chain(null, list.slice(0, cut % list.length), now);
      const rest = chain(first.at(-1) ?? null, list.slice(cut % list.length), now);
      expect([...first, ...rest]).toEqual(whole);
      expect(firstBreak(whole)).toBeNull();
      expect(whole[0]?.previous).toBe(beginning);
    }),
  );
});

test("firstBreak() finds any record that was changed, dropped or moved", () => {
  fc.assert(
    fc.property(changes, fc.nat(), (list: Change[], place) => {
      const records = chain(null, [...list, ...list], now);
      const at = place % records.length;
      const changed = records.map((record, index) =>
        index === at ? { ...record, subject: `${record.subject}!` } : record,
      );
      expect(firstBreak(changed)?.sequence).toBe(at + 1);
      const dropped = records.filter((_, index) => index !== at);
      if (at < records.length - 1) expect(firstBreak(dropped)?.sequence).toBe(at + 1);
      const swapped = [...records];
      const other = (at + 1) % records.length;
      [swapped[at], swapped[other]] = [records[other]!, records[at]!];
      expect(firstBreak(swapped)).not.toBeNull();
    }),
  );
});
