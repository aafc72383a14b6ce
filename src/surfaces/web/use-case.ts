// The case that a page is about, and the capital it is read from.

import type { Party } from "../../values/case-file.ts";
import type { Text } from "../../values/text.ts";
import { toneOf } from "../charts/years.ts";
import type { Tone } from "../charts/chart.ts";
import { dyadPath, homeDyad } from "./address.ts";
import { addressOf, type DyadAnswer, type Fault } from "./api.ts";
import { useAddress } from "./use-address.ts";
import { useData } from "./use-data.ts";

export type CaseInView = {
  id: string | null;
  title: Text;
  /** In the case's order, wherever it is read from. */
  parties: readonly [Party, Party] | null;
  reader: string;
  fault: Fault | null;
  retry: () => void;
};

/** `dyad` as it stands in the address of the case's page; without it, the capital of `read`. */
export function useCase(dyad: string | null = null): CaseInView {
  const { view } = useAddress();
  const asked = (dyad ?? dyadPath(view.read).slice("/d/".length)).toLowerCase();
  const { data, fault, retry } = useData<DyadAnswer>(addressOf.dyad(asked));
  const [first = ""] = homeDyad.split("-");
  if (!data)
    return { id: null, title: { en: "" }, parties: null, reader: asked.slice(0, 3).toUpperCase(), fault, retry };
  const home = data.b.iso.toLowerCase() === first;
  const parties: [Party, Party] = home ? [data.b, data.a] : [data.a, data.b];
  return { id: data.case, title: titleOf(parties), parties, reader: data.a.iso, fault, retry };
}

function titleOf([a, b]: [Party, Party]): Text {
  return { en: `${a.name.en} – ${b.name.en}`, ...(a.name.zh && b.name.zh ? { zh: `${a.name.zh}—${b.name.zh}` } : {}) };
}

/** How a state of this case is shown. */
export function shown(
  parties: readonly [Party, Party] | null,
  iso: string,
  nameOf: (iso: string) => string,
): { tone: Tone; name: string } {
  const party = parties?.find((one) => one.iso === iso);
  return { tone: parties === null ? "third" : toneOf(parties, iso), name: party?.name.en ?? nameOf(iso) };
}
