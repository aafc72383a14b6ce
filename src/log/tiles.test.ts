import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, hex, utf8 } from "./bytes.ts";
import { GrowingTiles } from "./growing-tiles.ts";
import { MemoryTree } from "./memory-tree.ts";
import { bundleOf, entriesOf, hashesFromTiles, newTiles, tileOf, tilePath, type Tile } from "./tiles.ts";
import { leafHash, rootOf } from "./tree.ts";

test.each([
  [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
  [{ level: 5, index: 1234067, width: 256 }, "tile/5/x001/x234/067"],
  [{ level: 63, index: 1000, width: 255 }, "tile/63/x001/000.p/255"],
  [{ level: "entries" as const, index: 273, width: 112 }, "tile/entries/273.p/112"],
])("tilePath(%j) is %s, and tileOf() reads it back", (tile, path) => {
  expect([tilePath(tile), tileOf(path)]).toEqual([path, tile]);
});

test.each([
  "tile/0/0",
  "tile/64/000",
  "tile/00/000",
  "tile/0/x000/001",
  "tile/0/000.p/0",
  "tile/0/000.p/256",
  "tile/0/000.p/01",
  "tile/0/000/",
  "tile/entries/../000",
  "tile/0/1234",
])("tileOf() refuses %s", (path) => {
  expect(tileOf(path)).toBeNull();
});

test("a tree of 70,000 has the tiles that the standard counts", () => {
  const tiles = newTiles(0, 70_000);
  const count = (level: number, full: boolean): number =>
    tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
  expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, true), count(2, false)]).toEqual([
    273, 1, 1, 1, 0, 1,
  ]);
  expect(tiles.filter(({ width }) => width < 256).map(({ width }) => width)).toEqual([112, 17, 1]);
  expect(newTiles(70_000, 70_000)).toEqual([]);
});

test("bundleOf() and entriesOf() undo each other; a cut bundle is refused", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 9 }),
      fc.nat(),
      (entries, cut) => {
        const bundle = bundleOf(entries);
        expect(entriesOf(bundle)?.map(hex)).toEqual(entries.map(hex));
        const shorter = bundle.subarray(0, cut % bundle.length);
        expect(entriesOf(shorter)?.length ?? 0).toBeLessThan(entries.length);
      },
    ),
  );
  expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError);
  expect(entriesOf(bundleOf([new Uint8Array(65_535)]))?.[0]?.length).toBe(65_535);
});

test("GrowingTiles writes, in whatever steps a log grows, tiles that give its root and its entries", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }), (steps) => {
      const files = new Map<string, Uint8Array>();
      const write = (tile: Tile, bytes: Uint8Array): void => void files.set(tilePath(tile), bytes);
      const read = (tile: Tile): Uint8Array => files.get(tilePath(tile)) ?? new Uint8Array(0);
      const whole = new MemoryTree();
      for (const step of steps) {
        const before = whole.size;
        const tiles = new GrowingTiles(before, read);
        for (let index = 0; index < step; index += 1) {
          const entry = utf8(`leaf-${whole.size}`);
          whole.append(leafHash(entry));
          tiles.append(entry, write);
        }
        tiles.writePartial(before, write);
        const fromTiles = rootOf(whole.size, hashesFromTiles(whole.size, read));
        expect([hex(fromTiles), hex(tiles.root())]).toEqual([hex(whole.root()), hex(whole.root())]);
        for (const tile of newTiles(before, whole.size)) expect(files.has(tilePath(tile))).toBe(true);
      }
      const entries = Array.from({ length: Math.ceil(whole.size / 256) }, (_, index) =>
        read({ level: "entries", index, width: Math.min(256, whole.size - 256 * index) }),
      );
      expect(entriesOf(concat(...entries))?.length).toBe(whole.size);
    }),
    { numRuns: 15 },
  );
});
