// How alike are two short texts? Jaro's likeness with Winkler's reward for a common beginning (winkler1990), and the number of single-letter
// changes between them (levenshtein1966).

/**
 * 1 for equal texts, 0 for nothing in common; 0.1 of what is missing for each of up to four equal first letters. Programs differ in one
 * thing: of an odd number of letters out of place, half a transposition is either counted or dropped, as in Winkler's own code.
 */
export function jaroWinkler(a: string, b: string, dropHalves = false): number {
  if (a === b) return a === "" ? 0 : 1;
  const jaro = jaroLikeness(a, b, dropHalves);
  if (jaro === 0) return 0;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  const distance = 1 - jaro;
  return 1 - (distance - prefix * 0.1 * distance);
}

const takenA = new Uint8Array(256);
const takenB = new Uint8Array(256);

function jaroLikeness(a: string, b: string, dropHalves: boolean): number {
  const [n, m] = [Math.min(a.length, 256), Math.min(b.length, 256)];
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(n, m) / 2) - 1);
  takenA.fill(0, 0, n);
  takenB.fill(0, 0, m);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const letter = a.charCodeAt(i);
    for (let j = Math.max(0, i - reach), end = Math.min(m, i + reach + 1); j < end; j++) {
      if (takenB[j] || b.charCodeAt(j) !== letter) continue;
      takenA[i] = takenB[j] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (!takenA[i]) continue;
    while (!takenB[j]) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j++)) crossed++;
  }
  const transposed = dropHalves ? Math.floor(crossed / 2) : crossed / 2;
  return (1 / 3) * (common / n + common / m + (common - transposed) / common);
}

/** Letters to insert, delete or replace, counted up to `most`; `most + 1` where it takes more. */
export function levenshtein(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const cost = Math.min((row[j - 1] as number) + same, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return Math.min(row[b.length] as number, most + 1);
}
