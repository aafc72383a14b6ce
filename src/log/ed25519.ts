// Is this Ed25519 signature (rfc8032) good? One answer everywhere, in the browser as in Node: without cofactor, every
// point and number in its one spelling, and no key or commitment of small order, with which one signature could be made
// to fit many texts. Platforms differ on just these. Only public values pass here, so time may tell what it likes.

import { base64, concat } from "./bytes.ts";
import { sha512 } from "./sha-512.ts";

// The curve of RFC 8032 §5.1: -x² + y² = 1 + d x² y² modulo p, with a base point of order L.
const p = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];

const mod = (value: bigint): bigint => {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
};

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

const d = mod(-121665n * power(121666n, p - 2n));
const d2 = mod(2n * d);
const rootOfMinusOne = power(2n, (p - 1n) / 4n);
const zero: Point = [0n, 1n, 1n, 0n];
const base: Point = fromAffine(recoverX(mod(4n * power(5n, p - 2n)), 0n) ?? 0n, mod(4n * power(5n, p - 2n)));

function fromAffine(x: bigint, y: bigint): Point {
  return [x, y, 1n, mod(x * y)];
}

/** RFC 8032 §5.1.3: x² = (y² - 1) / (d y² + 1); null where that has no root, or x is 0 and said to be odd. */
function recoverX(y: bigint, sign: bigint): bigint | null {
  const u = mod(y * y - 1n);
  const v = mod(d * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (p - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * rootOfMinusOne);
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return null;
  return (x & 1n) === sign ? x : mod(-x);
}

function decode(bytes: Uint8Array): Point | null {
  const number = littleEndian(bytes);
  const y = number & (2n ** 255n - 1n);
  if (y >= p) return null;
  const x = recoverX(y, number >> 255n);
  return x === null ? null : fromAffine(x, y);
}

/** RFC 8032 §5.1.4. */
function add([X1, Y1, Z1, T1]: Point, [X2, Y2, Z2, T2]: Point): Point {
  const A = ((Y1 - X1) * (Y2 - X2)) % p;
  const B = ((Y1 + X1) * (Y2 + X2)) % p;
  const C = (((T1 * d2) % p) * T2) % p;
  const D = (2n * Z1 * Z2) % p;
  const [E, F, G, H] = [B - A, D - C, D + C, B + A];
  return [mod(E * F), mod(G * H), mod(F * G), mod(E * H)];
}

function double([X, Y, Z]: Point): Point {
  const A = (X * X) % p;
  const B = (Y * Y) % p;
  const H = A + B;
  const E = H - (((X + Y) * (X + Y)) % p);
  const G = A - B;
  const F = ((2n * Z * Z) % p) + G;
  return [mod(E * F), mod(G * H), mod(F * G), mod(E * H)];
}

const same = ([X1, Y1, Z1]: Point, [X2, Y2, Z2]: Point): boolean =>
  mod(X1 * Z2 - X2 * Z1) === 0n && mod(Y1 * Z2 - Y2 * Z1) === 0n;

const isSmall = (point: Point): boolean => same(double(double(double(point))), zero);

/** s·B + k·A in one pass over the bits. */
function sumOfMultiples(s: bigint, k: bigint, A: Point): Point {
  const both = add(base, A);
  let sum: Point = zero;
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    sum = double(sum);
    const [inS, inK] = [(s >> bit) & 1n, (k >> bit) & 1n];
    if (inS && inK) sum = add(sum, both);
    else if (inS) sum = add(sum, base);
    else if (inK) sum = add(sum, A);
  }
  return sum;
}

function littleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes.toReversed()) number = (number << 8n) | BigInt(byte);
  return number;
}

/** Answers given lately: one checkpoint is met in many files. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 256;

export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  // Both have a fixed length: no two questions share a name.
  const question = base64(concat(publicKey, signature, message));
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const holds = equationHolds(publicKey, message, signature);
  answers.set(question, holds);
  return holds;
}

/** RFC 8032 §5.1.7: s·B = R + k·A, with s below L. */
function equationHolds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const s = littleEndian(signature.subarray(32));
  const A = decode(publicKey);
  const R = decode(signature.subarray(0, 32));
  if (s >= L || !A || !R || isSmall(A) || isSmall(R)) return false;
  const k = littleEndian(sha512(concat(signature.subarray(0, 32), publicKey, message))) % L;
  const [X, Y, Z, T] = A;
  return same(sumOfMultiples(s, k, [mod(-X), Y, Z, mod(-T)]), R);
}
