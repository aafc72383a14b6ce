/** The three lists whose overlap is measured: each has a rule of its own for what it lists. */
export const measuredLists: readonly string[] = ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"];
