// The checker's own list of rows, recomputed from a certificate's primitives.

import { Rational, rational, type RationalLike } from "../../math/rational.ts";
import type { Row } from "./certificate.ts";
import { Interval } from "./interval.ts";

/** How wide an enclosed equality may be, against the size of its sides. */
const EPS = rational("1/1000000000");

export type Recomputed = Row & { holds: boolean; enclosed: boolean };

export class Account {
  readonly rows: Recomputed[] = [];

  /** lhs = rhs. */
  eq(why: string, lhs: RationalLike, rhs: RationalLike): void {
    const slack = rational(lhs).minus(rhs);
    this.add("eq", why, rational(lhs), rational(rhs), slack.isZero());
  }

  /** lhs ≥ rhs. */
  ineq(why: string, lhs: RationalLike, rhs: RationalLike): void {
    this.add("ineq", why, rational(lhs), rational(rhs), rational(lhs).isAtLeast(rhs));
  }

  /** lhs > rhs. */
  strict(why: string, lhs: RationalLike, rhs: RationalLike): void {
    this.add("ineq", `${why} (strictly)`, rational(lhs), rational(rhs), rational(lhs).isAbove(rhs));
  }

  /** lhs = rhs as far as they can be enclosed: zero lies in the interval of their difference, which is narrow. */
  enclosedEq(why: string, lhs: Interval, rhs: Interval): void {
    const { lower, upper } = lhs.minus(rhs);
    const size = [lhs.upper.abs(), rhs.upper.abs(), Rational.one].reduce((a, b) => (a.isAbove(b) ? a : b));
    const narrow = upper.minus(lower).isAtMost(EPS.times(size));
    this.addEnclosed("eq", why, lhs, rhs, narrow && lower.sign() <= 0 && upper.sign() >= 0);
  }

  enclosedIneq(why: string, lhs: Interval, rhs: Interval): void {
    this.addEnclosed("ineq", why, lhs, rhs, lhs.minus(rhs).lower.sign() >= 0);
  }

  private add(kind: Row["kind"], why: string, lhs: Rational, rhs: Rational, holds: boolean): void {
    const slack = lhs.minus(rhs);
    const numbers = { lhs: lhs.toNumber(), rhs: rhs.toNumber(), slack: slack.toNumber() };
    this.rows.push({ kind, why, ...numbers, exact: slack.toString(), holds, enclosed: false });
  }

  private addEnclosed(kind: Row["kind"], why: string, lhs: Interval, rhs: Interval, holds: boolean): void {
    const middle = (of: Interval): number => of.lower.plus(of.upper).over(2).toNumber();
    const slack = middle(lhs.minus(rhs));
    const numbers = { lhs: middle(lhs), rhs: middle(rhs), slack };
    this.rows.push({ kind, why, ...numbers, exact: "enclosed", holds, enclosed: true });
  }
}
