// SHA-256 (fips180) in plain arithmetic, so that a page checks what the program checks, at once and without asking
// the platform. On the short texts of a hash tree it is quicker than a call out of the engine.

// K: the first 32 bits of the fractional parts of the cube roots of the first 64 primes; START: of the square roots of
// the first 8.
const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate += 1)
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const state = new Int32Array(8);
const words = new Int32Array(64);

/** Hash of `length` bytes of `source` from `from`, preceded by one byte where `prefix` is given. */
export function sha256Into(
  source: Uint8Array,
  from: number,
  length: number,
  target: Uint8Array,
  at: number,
  prefix?: number,
): void {
  state.set(START);
  const lead = prefix === undefined ? 0 : 1;
  const total = length + lead;
  const whole = total - (total % 64);
  for (let block = 0; block < whole; block += 64) {
    load(source, from + block - lead, block === 0 ? prefix : undefined);
    compress();
  }
  words.fill(0, 0, 16);
  for (let index = whole; index < total; index += 1)
    place(index - whole, index < lead ? (prefix ?? 0) : (source[from + index - lead] as number));
  place(total - whole, 0x80);
  if (total - whole >= 56) {
    compress();
    words.fill(0, 0, 16);
  }
  // The length in bits, of which 53 are enough.
  words[14] = (total * 8) / 2 ** 32;
  words[15] = total * 8;
  compress();
  for (let index = 0; index < 8; index += 1) {
    const word = state[index] as number;
    target[at + 4 * index] = word >>> 24;
    target[at + 4 * index + 1] = word >>> 16;
    target[at + 4 * index + 2] = word >>> 8;
    target[at + 4 * index + 3] = word;
  }
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  sha256Into(bytes, 0, bytes.length, digest, 0);
  return digest;
}

/** Sixteen words of a block at `from`, whose first byte is the prefix where there is one: that byte is not in the source. */
function load(source: Uint8Array, from: number, prefix: number | undefined): void {
  const first = prefix ?? source[from] ?? 0;
  words[0] = (first << 24) | threeBytes(source, from + 1);
  for (let index = 1, at = from + 4; index < 16; index += 1, at += 4)
    words[index] = ((source[at] as number) << 24) | threeBytes(source, at + 1);
}

/** One byte of a block of which all that follows is zero. */
function place(at: number, byte: number): void {
  words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - 8 * (at & 3)));
}

function threeBytes(source: Uint8Array, at: number): number {
  return ((source[at] as number) << 16) | ((source[at + 1] as number) << 8) | (source[at + 2] as number);
}

/** FIPS 180-4 §6.2.2, letters as printed. */
function compress(): void {
  for (let t = 16; t < 64; t += 1) {
    const x = words[t - 15] as number;
    const y = words[t - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[t] = (s1 + (words[t - 7] as number) + s0 + (words[t - 16] as number)) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (K[t] as number) + (words[t] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}
