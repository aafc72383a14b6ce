// Seeded chance that does not depend on who draws first: Philox4x32-10 (salmon2011). Output is a pure function of a key
// (the seed) and a counter (which stream, which block), so draw 17 of replicate 803 is the same number whether one
// worker ran or twenty.

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

export type Chance = () => number;

/** The upper 32 bits of a product of two unsigned 32-bit numbers, by halves of 16 bits. */
function upperHalf(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lowHigh = Math.imul(aLow, bHigh);
  const highLow = Math.imul(aHigh, bLow);
  const middle = (Math.imul(aLow, bLow) >>> 16) + (lowHigh & 0xffff) + (highLow & 0xffff);
  return (Math.imul(aHigh, bHigh) + (lowHigh >>> 16) + (highLow >>> 16) + (middle >>> 16)) >>> 0;
}

/** One block: four unsigned 32-bit words from a counter of four and a key of two. */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  const out = Uint32Array.from(counter);
  scramble(out, key[0], key[1]);
  return [out[0]!, out[1]!, out[2]!, out[3]!];
}

/** Ten rounds in place. */
function scramble(words: Uint32Array, key0: number, key1: number): void {
  let c0 = words[0]!;
  let c1 = words[1]!;
  let c2 = words[2]!;
  let c3 = words[3]!;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = upperHalf(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = upperHalf(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1 >>> 0;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0 >>> 0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = c3;
}

/**
 * The stream of uniform numbers in [0, 1), 53 bits each, that belongs to a seed and up to two indices: replicate and
 * chain, say. Streams with other indices are other parts of the counter's range and never overlap.
 */
export function stream(seed: number, index = 0, part = 0): Chance {
  for (const [name, value] of Object.entries({ seed, index, part })) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`Cannot start a stream: ${name} must be a whole number from 0, got ${value}`);
    }
  }
  const key0 = seed >>> 0;
  const key1 = Math.floor(seed / 2 ** 32) >>> 0;
  const words = new Uint32Array(4);
  let block = 0;
  let waiting = -1; // the second number of a block, until it is asked for
  return () => {
    if (waiting >= 0) {
      const second = waiting;
      waiting = -1;
      return second;
    }
    words[0] = block >>> 0;
    words[1] = Math.floor(block / 2 ** 32);
    words[2] = index;
    words[3] = part;
    scramble(words, key0, key1);
    block++;
    waiting = uniform(words[2], words[3]);
    return uniform(words[0], words[1]);
  };
}

/** 53 bits of two words. */
function uniform(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 2 ** 53;
}
