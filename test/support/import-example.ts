// A small made-up case for tests of the ledger: two incidents, one of them contested.

import type { CaseContent } from "../../src/sources/case-folder.ts";
import type { StateCode } from "../../src/values/state.ts";
import type { CaseStatement } from "../../src/values/statement.ts";
import type { When } from "../../src/values/when.ts";

const [A, B] = ["NZL", "ISL"] as StateCode[] as [StateCode, StateCode];

export function caseStatement(id: string, incident: string, more: Partial<CaseStatement> = {}): CaseStatement {
  return {
    id,
    incident,
    link: { kind: "same", because: "made for the test" },
    about: "incident",
    author: { name: { en: "Test ministry" }, kind: "government", side: A },
    said: "2020-03-01" as When,
    stance: "asserts",
    accused: { states: [B], actors: [] },
    victims: { states: [A], names: [] },
    what: { effects: ["espionage"], sectors: ["government"] },
    happened: "2020-01" as When,
    disclosed: "2020-02-03" as When,
    basis: "political",
    grade: { source: "C", claim: 3 },
    summary: { en: "Said for the test." },
    read: [],
    checked: "not-checked",
    listedBy: [],
    ...more,
  };
}

const party = (iso: StateCode, iso2: string, cow: number): CaseContent["about"]["parties"][0] => ({
  iso,
  iso2,
  cow,
  name: { en: iso },
  inSentence: { en: iso },
});

export const content: CaseContent = {
  about: {
    id: "test",
    title: { en: "Test" },
    summary: { en: "Test" },
    parties: [party(A, "NZ", 920), party(B, "IS", 395)],
    collection: { title: { en: "Gathered" }, inclusion: { en: "none" }, from: 2000, to: 2020 },
    agreement: {
      id: "none",
      date: "2015-09-25" as CaseContent["about"]["agreement"]["date"],
      title: { en: "the talk" },
    },
    licence: "CC-BY-4.0",
    version: "1",
  },
  incidents: [
    { id: "one", title: { en: "One" }, summary: { en: "One." } },
    { id: "two", title: { en: "Two" }, summary: { en: "Two." } },
  ],
  statements: [
    caseStatement("a", "one"),
    caseStatement("b", "one", {
      stance: "denies",
      author: { name: { en: "Other ministry" }, kind: "government", side: B },
    }),
    caseStatement("c", "two"),
  ],
  acts: [],
};
