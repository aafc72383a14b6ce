// Points at a year of the chart, by mouse, finger or arrow key, and tells what stands there. One stop of the Tab key.

import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import type { Act } from "../../../../values/act.ts";
import type { Tone } from "../../../charts/chart.ts";
import type { Scene } from "../../../charts/scene.ts";
import { dyad as words } from "../../../words/en-pages.ts";
import type { Known } from "../../facts/brief-facts.ts";
import { pair } from "../../facts/headline-numbers.ts";
import { drawerState, NumberButton } from "../../parts/number.tsx";
import { PartyName } from "../../parts/party.tsx";
import { useAddress } from "../../use-address.ts";

export type Pointed = { year: number | null; setYear: (year: number) => void };

type Told = {
  year: number | null;
  known: Known;
  acts: readonly Act[];
  toneOf: (iso: string) => Tone;
  nameOf: (iso: string) => string;
};

export function YearPointer({
  scene: { years },
  year,
  setYear,
  told,
}: Pointed & { scene: Scene; told: Told }): ReactNode {
  const { set } = useAddress();
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const at = years.find((one) => one.year === year);
  const open = (): void => {
    const [direction] = told.known.years;
    if (year !== null && direction) set({ show: `year:${pair(direction)}:${year}` }, { state: drawerState });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    // The key's press would otherwise reach the button that the drawer gives the focus to.
    event.preventDefault();
    open();
  };
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const found = years.find((one) => x >= one.x && x < one.x + one.width);
    if (found) setYear(found.year);
  };
  return (
    <div className="pointer" onPointerMove={point} onPointerDown={point} onPointerUp={open}>
      {at && <div className="pointed" style={{ left: at.x, width: at.width }} />}
      <input
        type="range"
        aria-label={words.year}
        min={first}
        max={last}
        step={1}
        value={year ?? first}
        aria-valuetext={spoken(told)}
        onKeyDown={press}
        onChange={(event) => setYear(Number(event.target.value))}
      />
    </div>
  );
}

type Count = { from: string; to: string; count: number };

function countsOf({ known, year }: Told): Count[] {
  return known.years.map(({ from, to, perYear }) => ({
    from,
    to,
    count: perYear.find((one) => one.year === year)?.count ?? 0,
  }));
}

function actsOf({ acts, year }: Told): Act[] {
  return acts.filter(({ when }) => when.startsWith(String(year)));
}

function spoken(told: Told): string {
  if (told.year === null) return words.readoutHint;
  const counts = countsOf(told).map(({ from, to, count }) => `${told.nameOf(from)} → ${told.nameOf(to)} ${count}`);
  return `${told.year}: ${counts.join(", ")}, ${words.readoutActs(actsOf(told).length, null)}`;
}

/** What stands at the year that is pointed at; its numbers open. */
export function YearReadout({ told }: { told: Told }): ReactNode {
  const { year, toneOf, nameOf } = told;
  if (year === null) {
    return (
      <p className="readout">
        <span className="hint">{words.readoutHint}</span>
      </p>
    );
  }
  const acts = actsOf(told);
  return (
    <p className="readout">
      <strong>{year}</strong>
      {countsOf(told).map(({ from, to, count }) => (
        <span key={pair({ from, to })} className="read">
          <PartyName tone={toneOf(from)}>{`${nameOf(from)} → ${nameOf(to)}`}</PartyName>{" "}
          <NumberButton name={`year:${pair({ from, to })}:${year}`}>{String(count)}</NumberButton>
        </span>
      ))}
      <span className="read">{words.readoutActs(acts.length, acts[0]?.title.en ?? null)}</span>
    </p>
  );
}
