// How a solver writes a certificate's rows. The checker shares none of this.

import { Rational, rational, type RationalLike } from "../math/rational.ts";
import type { Certificate, Data, Row } from "./checker/certificate.ts";
import { FINGERPRINT, FINGERPRINT_PRIME } from "./checker/certificate.ts";
import { parseRational } from "../math/rational.ts";

export class RowList {
  readonly rows: Row[] = [];

  eq(why: string, lhs: RationalLike, rhs: RationalLike): this {
    return this.add("eq", why, rational(lhs), rational(rhs));
  }

  /** lhs ≥ rhs. */
  ineq(why: string, lhs: RationalLike, rhs: RationalLike): this {
    return this.add("ineq", why, rational(lhs), rational(rhs));
  }

  /** lhs > rhs. */
  strict(why: string, lhs: RationalLike, rhs: RationalLike): this {
    return this.add("ineq", `${why} (strictly)`, rational(lhs), rational(rhs));
  }

  /** A row whose sides are irrational: the checker encloses them. */
  enclosed(kind: Row["kind"], why: string, lhs: number, rhs: number): this {
    this.rows.push({ kind, why, lhs, rhs, slack: lhs - rhs, exact: "enclosed" });
    return this;
  }

  private add(kind: Row["kind"], why: string, lhs: Rational, rhs: Rational): this {
    const slack = lhs.minus(rhs);
    this.rows.push({
      kind,
      why,
      lhs: lhs.toNumber(),
      rhs: rhs.toNumber(),
      slack: slack.toNumber(),
      exact: slack.toString(),
    });
    return this;
  }
}

type Exact = { readonly [key: string]: ExactData };
type ExactData = Rational | string | boolean | null | readonly ExactData[] | Exact;

/** Closes a certificate: writes the numbers exactly and adds the fingerprint. */
export function certificate(kind: string, game: Exact, profile: Exact, list: RowList): Certificate {
  const written = { game: asData(game), profile: asData(profile) } as Pick<Certificate, "game" | "profile">;
  const sum = weighted(written);
  list.eq(FINGERPRINT, sum, sum);
  return { format: "detente-certificate/1", kind, ...written, rows: list.rows };
}

function asData(value: ExactData): Data {
  if (value instanceof Rational) return value.toString();
  if (Array.isArray(value)) return value.map((item: ExactData) => asData(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asData(item)]));
}

function weighted(data: Data): bigint {
  let [sum, place] = [0n, 0n];
  const visit = (value: Data): void => {
    if (typeof value === "string") {
      const number = parseRational(value);
      if (number) sum = (sum + ++place * (2n * number.top + number.bottom) ** 2n) % FINGERPRINT_PRIME;
    } else if (typeof value === "object" && value !== null) {
      const items = Array.isArray(value)
        ? (value as Data[])
        : Object.entries(value as Record<string, Data>)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, item]) => item);
      for (const item of items) visit(item);
    }
  };
  visit(data);
  return sum;
}
