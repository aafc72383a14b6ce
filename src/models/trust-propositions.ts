// Argument b as far as it is about distrust: "the other side cannot be trusted, so nothing can be agreed".

import type { Proposition } from "./proposition.ts";

export const trustPropositions: readonly Proposition[] = [
  {
    id: "distrust-forbids",
    argument: "b",
    model: "TRUST",
    sentence: "With so little trust no first step can tell the trustworthy from the rest.",
    condition: "(Tu-Pu)[t(T-P)+(1-t)(P-S)] > (R-P)[t(2Tu-Ru-Pu)+(1-t)(Pu-Su)]",
    axes: [
      { key: "t", min: 0.001, max: 0.999, at: 0.3, source: "assumption" },
      { key: "risk", min: 0.1, max: 5, at: 2, source: "assumption" },
      { key: "gain", min: 0.1, max: 5, at: 2, source: "assumption" },
      { key: "temptation", min: 0.1, max: 5, at: 1, source: "assumption" },
    ],
    // Types share P and the untrustworthy's R-P = gain/2; risk = P-S, gain = R-P of the trustworthy, T-P = gain/2.
    margin({ t = 0.3, risk = 2, gain = 2, temptation = 1 }) {
      const badGain = gain / 2;
      const fear = t * (gain / 2) + (1 - t) * risk;
      const cost = t * (badGain + 2 * temptation) + (1 - t) * risk;
      return (badGain + temptation) * fear - gain * cost;
    },
  },
];
