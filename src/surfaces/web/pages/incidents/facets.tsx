// What the list can be narrowed by. Beside each value: how many incidents it would leave.

import { useState, type ReactNode } from "react";
import type { FacetCount, FacetName } from "../../../../ledger/filter.ts";
import type { Party } from "../../../../values/case-file.ts";
import { facetTitles } from "../../../words/en-codes.ts";
import { incidents as words } from "../../../words/en-pages.ts";
import { chosen, facetOrder } from "../../address.ts";
import type { IncidentsAnswer } from "../../api.ts";
import { useAddress } from "../../use-address.ts";
import { plainValue } from "./facet-names.ts";

const FEW = 6;

export function Facets({
  facets,
  parties,
}: {
  facets: IncidentsAnswer["facets"];
  parties: readonly [Party, Party] | null;
}): ReactNode {
  return (
    <section className="facets" aria-label={words.filters}>
      <Years />
      {facetOrder.map((name) => (
        <Facet key={name} name={name} values={facets[name]} parties={parties} />
      ))}
    </section>
  );
}

function Facet({
  name,
  values,
  parties,
}: {
  name: FacetName;
  values: readonly FacetCount[];
  parties: readonly [Party, Party] | null;
}): ReactNode {
  const { params, set } = useAddress();
  const [all, setAll] = useState(false);
  const on = chosen(params, name);
  if (values.length === 0) return null;
  const ordered = [
    ...values.filter(({ value }) => on.includes(value)),
    ...values.filter(({ value }) => !on.includes(value)),
  ];
  const shown = all ? ordered : ordered.slice(0, Math.max(FEW, on.length));
  const flip = (value: string): void => {
    const next = on.includes(value) ? on.filter((one) => one !== value) : [...on, value];
    set({ [name]: next.length === 0 ? null : next.join(","), page: null });
  };
  return (
    <fieldset className="field facet">
      <legend className="field-name">{facetTitles[name]}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} className="check">
          <input type="checkbox" checked={on.includes(value)} onChange={() => flip(value)} />
          <span>{plainValue(name, value, parties)}</span>
          <span className="count">{count}</span>
        </label>
      ))}
      {ordered.length > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll((now) => !now)}>
          {all ? words.fewer : words.more(ordered.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}

function Years(): ReactNode {
  const { params, set } = useAddress();
  const field = (name: "since" | "until", label: string): ReactNode => (
    <label className="year-field">
      {label}
      <input
        key={params.get(name) ?? ""}
        type="text"
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        size={5}
        defaultValue={params.get(name) ?? ""}
        onChange={({ target: { value } }) => {
          // Four digits make a year; less is one that is still being typed.
          if (value === "" || /^\d{4}$/.test(value)) set({ [name]: value === "" ? null : value, page: null });
        }}
      />
    </label>
  );
  return (
    <div className="field years">
      {field("since", words.since)}
      {field("until", words.until)}
    </div>
  );
}
