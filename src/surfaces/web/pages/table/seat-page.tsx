// A seat at a table, as one role sees it. The secret of the link stands after # in the address, so a reload keeps it.

import { useEffect, useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Party } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { faults } from "../../../words/en-pages.ts";
import { roles, seat as words, setting } from "../../../words/en-table.ts";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { Arguments } from "./arguments.tsx";
import { LeaveTable } from "./leave-table.tsx";
import { LeaveToSee } from "./leave-to-see.tsx";
import { Offers } from "./offers.tsx";
import { Picture } from "./picture.tsx";
import { TextSoFar } from "./text-so-far.tsx";
import { useTable, type Seat } from "./use-table.ts";
import { Wants } from "./wants.tsx";
import { Who } from "./who.tsx";

export function SeatPage({ id }: { id: string }): ReactNode {
  const inView = useCase();
  const token = useFragment();
  return (
    <Page title={setting.nav} inView={inView}>
      {token === "" ? (
        <NoSeat title={words.noLink} what={words.noLinkDo} />
      ) : (
        <Seated key={token} id={id} token={token} />
      )}
    </Page>
  );
}

function useFragment(): string {
  const [fragment, setFragment] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const change = (): void => {
      const next = window.location.hash.slice(1);
      // Links within the page lead to its parts; a seat's secret has 22 letters.
      if (/^[A-Za-z0-9_-]{22}$/.test(next)) setFragment(next);
    };
    window.addEventListener("hashchange", change);
    return () => window.removeEventListener("hashchange", change);
  }, []);
  return fragment;
}

function NoSeat({ title, what }: { title: string; what: string }): ReactNode {
  return (
    <section className="refusal">
      <h1>{title}</h1>
      <p>{what}</p>
      <Link href="/table">{words.make}</Link>
    </section>
  );
}

function Seated({ id, token }: { id: string; token: string }): ReactNode {
  const seat = useTable(id, token);
  const { seen, fault, refused } = seat;
  if (!seen) {
    if (fault?.kind === "missing") return <NoSeat title={words.wrong} what={words.wrongDo} />;
    return fault ? <NoSeat title={faults.refusedInput} what={fault.detail || words.gone} /> : <p>{words.waiting}</p>;
  }
  const { view, title } = seen;
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">
        <Who role={view.role}>{words.youAre(roles[view.role])}</Who>{" "}
        <span className="whole-line">{phaseWords(view)}</span>
      </p>
      <output className="table-refused">{refused}</output>
      {fault && (
        <p className="refusal" role="alert">
          {fault.kind === "gone" ? words.gone : fault.detail}
        </p>
      )}
      <Parts seat={seat} view={view} title={title} id={id} />
    </>
  );
}

function Parts({ seat, view, title, id }: { seat: Seat; view: View; title: string; id: string }): ReactNode {
  const open = view.phase === "open";
  const party: Party | null = view.role === "mediator" ? null : view.role;
  return (
    <div className="table-parts">
      <TextSoFar view={view} move={seat.move} title={title} id={id} />
      <Offers view={view} move={seat.move} />
      <Picture view={view} />
      <Arguments view={view} move={seat.move} />
      {party !== null && (
        <>
          <Wants key={view.issues.length} view={view} party={party} move={seat.move} />
          <LeaveToSee view={view} party={party} move={seat.move} />
          {open && <LeaveTable move={seat.move} />}
        </>
      )}
    </div>
  );
}

function phaseWords({ phase, ended, deadline }: View): string {
  if (phase === "agreed") return words.agreed;
  if (phase === "ended")
    return ended === "deadline" || ended === null ? words.deadlinePassed : words.left(roles[ended]);
  return deadline === null
    ? words.open
    : words.until(new Date(deadline).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }));
}
