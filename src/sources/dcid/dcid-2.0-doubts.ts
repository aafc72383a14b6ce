// Rows of DCID 2.0 that are misspelt, contradict their source, or differ between public copies of the same release.
// They stay as they are.

import type { Doubt } from "./dcid-cells.ts";

const misspelt = "a name is misspelt; do not match on it exactly";

export const dcid20Doubts: readonly Doubt[] = [
  { id: 84, name: "Fred Wolf espionage", field: "Name", because: misspelt },
  { id: 94, name: "Seantor Nelson theft", field: "Name", because: misspelt },
  { id: 105, name: "Penatgon Raid", field: "Name", because: misspelt },
  {
    id: 98,
    name: "Commerce theft",
    field: "Sources1",
    because: "the text names the Commerce Department, the source the Chamber of Commerce",
  },
  {
    id: 103,
    name: "Intellectual Property Hack",
    field: "Sources1",
    because: "the text names APT3, the source is the indictment of APT1",
  },
  {
    id: 120,
    name: "DHS employee hack",
    field: "Sources1",
    because: "the text names OPM and November, the source the contractor USIS and August 2014",
  },
  {
    id: 223,
    name: "Ukrainian Judicial Authority",
    field: "severity",
    because: "another public copy of this release has severity 0",
  },
  {
    id: 237,
    name: "Russian DDoS TUR Govt",
    field: "interactionenddate",
    because: "another public copy of this release has the end 2015-01-15",
  },
  {
    id: 268,
    name: "Failed Missle system hack",
    field: "severity",
    because: "another public copy of this release has severity 0 and another text",
  },
];
