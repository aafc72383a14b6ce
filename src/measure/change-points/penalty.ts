// What a further segment must gain: with p parameters a segment and n points,
//   AIC 2 (p + 1) · BIC (p + 1) log n · MBIC (p + 2) log n, and log of each segment's length (zhangSiegmund2007)

export const penaltyNames = ["mbic", "bic", "aic"] as const;
export type PenaltyName = (typeof penaltyNames)[number];

export type Penalty = {
  perSegment: number;
  /** MBIC: segments of very unequal length cost less. */
  logLengths: boolean;
};

export function penaltyOf(asked: PenaltyName | number, parameters: number, points: number): Penalty {
  if (typeof asked === "number") return { perSegment: asked, logLengths: false };
  const weight = {
    mbic: (parameters + 2) * Math.log(points),
    bic: (parameters + 1) * Math.log(points),
    aic: 2 * (parameters + 1),
  };
  return { perSegment: weight[asked], logLengths: asked === "mbic" };
}

/** The cost of a segment with what the penalty adds for its length. */
export function lengthCost({ logLengths }: Penalty, from: number, to: number): number {
  return logLengths ? Math.log(to - from) : 0;
}
