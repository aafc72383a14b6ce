// The register: which agreements there are, between whom, how binding.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { RegisteredAgreement } from "../../../../agreements/register/agreement.ts";
import { register as words } from "../../../words/en-agreements-page.ts";
import { logPage } from "../../../words/en-log-page.ts";
import { bindingWords } from "../../../words/en-register.ts";
import { whenWords } from "../../../words/en-when.ts";
import { keeping } from "../../address.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Choice } from "./parts.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./agreements.css";

type Row = Omit<RegisteredAgreement, "clauses"> & { clauses: number; kinds: string[]; findings: number };

export function AgreementsPage(): ReactNode {
  const inView = useCase();
  const { view, params, set } = useAddress();
  const { data, fault, retry } = useData<Row[]>(inView.id === null ? null : `/api/cases/${inView.id}/agreements`);
  const chosen = (name: string): string => params.get(name) ?? "";
  const rows = (data ?? []).filter(
    ({ kinds, parties, binding }) =>
      (chosen("kind") === "" || kinds.includes(chosen("kind"))) &&
      (chosen("party") === "" || parties.some((party) => party === chosen("party"))) &&
      (chosen("binding") === "" || binding === chosen("binding")),
  );
  const options = (values: readonly string[], name: (value: string) => string): [string, string][] => [
    ["", words.any],
    ...[...new Set(values)]
      .sort((one, other) => (one < other ? -1 : 1))
      .map((value): [string, string] => [value, name(value)]),
  ];
  const all = data ?? [];
  return (
    <Page title={words.question} inView={inView} busy={!data}>
      {!data && !fault ? (
        <Waiting question={words.question} />
      ) : (
        <>
          <h1>{words.question}</h1>
          {fault && <FaultNote fault={fault} retry={retry} />}
          <p className="lead">
            {words.lead(
              all.length,
              all.reduce((sum, { clauses }) => sum + clauses, 0),
            )}
          </p>
          <p className="actions">
            <Link href={keeping("/lines", view)}>{words.toLines}</Link>
            <Link href={keeping("/table", view)}>{words.toTable}</Link>
            <Link href={keeping("/log", view)}>{logPage.nav}</Link>
          </p>
          <div className="register-filters">
            <Choice
              label={words.kind}
              value={chosen("kind")}
              options={options(
                all.flatMap(({ kinds }) => kinds),
                (kind) => kind.replaceAll("-", " "),
              )}
              change={(value) => set({ kind: value || null })}
            />
            <Choice
              label={words.party}
              value={chosen("party")}
              options={options(
                all.flatMap(({ parties }) => parties),
                stateName,
              )}
              change={(value) => set({ party: value || null })}
            />
            <Choice
              label={words.binding}
              value={chosen("binding")}
              options={options(
                all.map(({ binding }) => binding),
                (binding) => bindingWords[binding as Row["binding"]],
              )}
              change={(value) => set({ binding: value || null })}
            />
          </div>
          <output className="found">{words.found(rows.length)}</output>
          {rows.length === 0 && data && <p className="refusal">{words.none}</p>}
          <ul className="plain-list register-rows">
            {rows.map((row) => (
              <li key={row.id}>
                <Link href={keeping(`/a/${row.id}`, view)}>{row.title.en}</Link> <Zh>{row.title.zh}</Zh>
                <p className="hint">
                  {whenWords(row.when)} · {bindingWords[row.binding]} ·{" "}
                  {row.parties.length > 4 ? `${row.parties.length} states` : row.parties.map(stateName).join(", ")} ·{" "}
                  {words.clauses(row.clauses)}
                  {row.findings > 0 && ` · ${words.findings(row.findings)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
