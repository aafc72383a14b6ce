// Among many tests, at which rate of false discoveries would each be one? (benjaminiHochberg1995)
// q_(i) = min over j ≥ i of p_(j) · m / j, in order of p.

export function adjusted(ps: readonly number[]): number[] {
  const m = ps.length;
  const order = [...ps.keys()].sort((one, other) => ps[one]! - ps[other]!);
  const qs = Array.from({ length: m }, () => 1);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, ps[index]! * (m / rank));
    qs[index] = least;
  }
  return qs;
}
