// SHA-512 (fips180), which Ed25519 is built on. Plain and slow: it hashes a few hundred bytes a signature.

const MASK = 2n ** 64n - 1n;

const primes: bigint[] = [];
for (let candidate = 2n; primes.length < 80; candidate += 1n)
  if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);

/** The first 64 bits of the fractional part of the n-th root of a prime: floor(2^64 root) without its whole part. */
function fraction(prime: bigint, power: bigint): bigint {
  const target = prime << (64n * power);
  let root = 0n;
  for (let bit = 1n << 70n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= target) root += bit;
  return root & MASK;
}

const K = primes.map((prime) => fraction(prime, 3n));
const START = primes.slice(0, 8).map((prime) => fraction(prime, 2n));

const turn = (x: bigint, by: bigint): bigint => ((x >> by) | (x << (64n - by))) & MASK;

export function sha512(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 17) / 128) * 128);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  let state = START;
  for (let block = 0; block < padded.length; block += 128) state = compress(state, view, block);
  const digest = new DataView(new ArrayBuffer(64));
  for (const [index, word] of state.entries()) digest.setBigUint64(8 * index, word);
  return new Uint8Array(digest.buffer);
}

/** FIPS 180-4 §6.4.2, letters as printed. */
function compress(before: readonly bigint[], view: DataView, block: number): bigint[] {
  const words: bigint[] = [];
  for (let t = 0; t < 80; t += 1) {
    if (t < 16) {
      words.push(view.getBigUint64(block + 8 * t));
      continue;
    }
    const x = words[t - 15] ?? 0n;
    const y = words[t - 2] ?? 0n;
    const s0 = turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n);
    const s1 = turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n);
    words.push((s1 + (words[t - 7] ?? 0n) + s0 + (words[t - 16] ?? 0n)) & MASK);
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = before;
  for (let t = 0; t < 80; t += 1) {
    const t1 = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + (g ^ (e & (f ^ g))) + (K[t] ?? 0n) + (words[t] ?? 0n);
    const t2 = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) | (c & (a | b)));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (before[index] ?? 0n)) & MASK);
}
