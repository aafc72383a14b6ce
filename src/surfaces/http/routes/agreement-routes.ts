// The register of agreements over HTTP: read, checked against the ledger, judged, copied as a draft and changed. When
// something was said is the server's to say; every step is held to the same rules as at the command line.

import { z } from "zod";
import {
  clauseKinds,
  concerns,
  copyAs,
  numberOf,
  type Draft,
  type FindingEvent,
  type Made,
  type MadeChange,
  type Register,
  type RegisteredAgreement,
  type RegisteredClause,
} from "../../../agreements/index.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { InputError } from "../../../values/errors.ts";
import { checkAgreement, findingsOn } from "../../inputs/agreement-check.ts";
import { clauseNamed, madeIn, make, registerOf } from "../../inputs/register.ts";
import { watchedWorld } from "../../inputs/world.ts";
import { NotFound, strictJson, type Route, type RouteContext } from "../route.ts";
import { viewOf } from "./case-routes.ts";

type Env = Record<string, string | undefined>;

const LARGEST = 64 * 1024;
const who = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(2000);

function envOf({ env }: RouteContext): Env {
  if (!env) throw new NotFound("register", "a workbench with a data folder");
  return env;
}

export type OpenedRegister = { env: Env; view: LedgerView; caseId: string; register: Register; made: Made };

export async function opened(path: Record<string, string>, context: RouteContext): Promise<OpenedRegister> {
  const env = envOf(context);
  const view = await viewOf(path, {}, context);
  const caseId = view.about.id;
  return { env, view, caseId, register: registerOf(caseId, env), made: madeIn(caseId, env) };
}

function rowOf(
  { clauses, status: _status, ...head }: RegisteredAgreement,
  made: Made,
): Omit<RegisteredAgreement, "clauses" | "status"> & { clauses: number; kinds: string[]; findings: number } {
  const findings = [...made.findings.values()].filter(({ clause }) => clause?.startsWith(`${head.id}#`));
  return {
    ...head,
    clauses: clauses.length,
    kinds: [...new Set(clauses.map(({ kind }) => kind))],
    findings: findings.length,
  };
}

const list: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements",
  summary: "The register: agreements and norms with their parties, kinds of clauses and findings, drafts among them",
  async handle({ path }, context) {
    const { register, made } = await opened(path, context);
    return [...register.agreements, ...made.drafts.values()].map((agreement) => rowOf(agreement, made));
  },
};

export function named(id: string, agreements: readonly RegisteredAgreement[], { drafts }: Made): RegisteredAgreement {
  const found = agreements.find((one) => one.id === id) ?? drafts.get(id);
  if (!found) throw new NotFound("agreement", "an agreement of the register, or a draft", id);
  return found;
}

const one: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements/{agreement}",
  summary:
    "An agreement clause by clause: each party's reading, how a breach would be seen, what speaks for and against",
  async handle({ path }, context) {
    const { register, made, view } = await opened(path, context);
    const agreement = named(path["agreement"] ?? "", register.agreements, made);
    return checkAgreement(agreement, { view, made, now: context.now().toISOString() });
  },
};

const confirmationSchema = z.strictObject({
  clause: z.string(),
  incident: z.string(),
  as: z.enum(concerns),
  because: words,
  by: who,
});

const confirm: Route = {
  method: "POST",
  path: "/api/cases/{case}/confirmations",
  summary: "Say whether an incident that a rule proposes concerns a clause: concerns, does-not or unsure; who, and why",
  largestBody: LARGEST,
  async handle(asked, context) {
    const { env, view, caseId, register } = await opened(asked.path, context);
    const said = strictJson(confirmationSchema, asked);
    if (!view.incidents.some(({ id }) => id === said.incident))
      throw new InputError("incident", "an incident of the case", said.incident);
    const now = context.now();
    make(caseId, { env, now }, (made) => {
      clauseNamed(said.clause, register, made);
      const body = { ...said, at: now.toISOString() };
      return [{ kind: "confirmation", subject: `${said.clause} ${said.incident}`, body }];
    });
    return { confirmed: said.as };
  },
};

const stepSchema = z.strictObject({
  finding: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)
    .nullable(),
  event: z.record(z.string(), z.unknown()),
});

const findingStep: Route = {
  method: "POST",
  path: "/api/cases/{case}/findings",
  summary: "Move a finding on: alleged, consulted, assessed, dissented, extended, disputed, closed; null begins one",
  largestBody: LARGEST,
  async handle(asked, context) {
    const { env, view, caseId, register } = await opened(asked.path, context);
    const { finding, event } = strictJson(stepSchema, asked);
    const now = context.now();
    const body = { ...event, at: now.toISOString() } as FindingEvent;
    let subject = finding ?? "";
    const made = make(caseId, { env, now }, (before) => {
      if (finding === null) subject = freshFinding(body, before);
      else if (!before.findings.has(finding)) throw new NotFound("finding", "a finding that has begun", finding);
      if (body.kind === "alleged") {
        clauseNamed(clauseIn(body), register, before);
        const known = new Set<string>(view.incidents.map(({ id }) => id));
        const unknown = Array.isArray(body.incidents) ? body.incidents.find((id) => !known.has(id)) : undefined;
        if (unknown !== undefined) throw new InputError("event.incidents", "incidents of the case", unknown);
      }
      return [{ kind: "finding", subject, body }];
    });
    return findingsOn(null, made, now.toISOString()).find(({ id }) => id === subject);
  },
};

/** Not parsed yet: what stands there may be anything. */
function clauseIn(event: FindingEvent): string {
  const clause: unknown = "clause" in event ? event.clause : "";
  return typeof clause === "string" ? clause : "";
}

/** The clause with a number: understanding-2015-c4-1. */
function freshFinding(event: FindingEvent, { findings }: Made): string {
  const clause = clauseIn(event);
  const stem = clause.replace("#", "-").replaceAll(/[^a-z0-9-]/g, "");
  for (let number = 1; ; number++) if (!findings.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

const draftSchema = z.strictObject({
  from: z.string(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: "expected small letters, digits and -" }),
  by: who,
});

const draft: Route = {
  method: "POST",
  path: "/api/cases/{case}/drafts",
  summary: "Copy an agreement as a draft of one's own, whose clauses can then be changed",
  largestBody: LARGEST,
  async handle(asked, context) {
    const { env, caseId, register } = await opened(asked.path, context);
    const { from, id, by } = strictJson(draftSchema, asked);
    if (register.agreements.some((agreement) => agreement.id === id))
      throw new InputError("id", "an identifier that the register does not use", id);
    const now = context.now();
    make(caseId, { env, now }, (made) => [
      { kind: "draft", subject: id, body: copyAs(named(from, register.agreements, made), id, by, now.toISOString()) },
    ]);
    return { id };
  },
};

const clauseSchema = z.strictObject({
  /** Null adds a clause. */
  clause: z.string().nullable(),
  strike: z.boolean(),
  kind: z.enum(clauseKinds),
  gist: words,
  seen: z.string().trim().max(2000),
  /** The issue of the case's world that it is about; null: its scope tells. */
  issue: z.string().max(80).nullable().default(null),
  by: who,
  because: words,
});

const changeClause: Route = {
  method: "POST",
  path: "/api/cases/{case}/drafts/{draft}/clauses",
  summary: "Add a clause to a draft, change one, or strike it",
  largestBody: LARGEST,
  async handle(asked, context) {
    const { env, caseId, view } = await opened(asked.path, context);
    const { clause, strike, by, because, ...written } = strictJson(clauseSchema, asked);
    const issues = watchedWorld(view).issues.map((issue) => issue.id);
    if (written.issue !== null && written.issue !== "" && !issues.includes(written.issue))
      throw new InputError("issue", `one of ${issues.join(", ")}`, written.issue);
    const id = asked.path["draft"] ?? "";
    const now = context.now();
    const at = now.toISOString();
    make(caseId, { env, now }, ({ drafts }) => {
      const found = drafts.get(id);
      if (!found) throw new NotFound("draft", "a draft", id);
      const body: MadeChange["body"] =
        strike && clause !== null
          ? { kind: "clause-struck", at, by, clause, because }
          : { kind: "clause-set", at, by, clause: clauseOf(found, clause, written), because };
      return [{ kind: "draft", subject: id, body }];
    });
    return { id };
  },
};

function clauseOf(
  { id, clauses }: Draft,
  of: string | null,
  { kind, gist, seen, issue }: Pick<z.infer<typeof clauseSchema>, "kind" | "gist" | "seen" | "issue">,
): RegisteredClause {
  const before = of === null ? null : clauses.find((clause) => clause.id === of);
  if (before === undefined) throw new InputError("clause", "a clause of the draft, or null for a new one", of);
  const next = Math.max(0, ...clauses.map((clause) => numberOf(clause.id))) + 1;
  const unseen = "Nobody has said yet how a breach would be seen.";
  const usual = { assessment: "own", seen: { en: unseen }, by: ["public"], soon: "months", certainty: "low" } as const;
  const verifiability = before?.verifiability ?? { ...usual, by: [...usual.by] };
  const { issue: _, ...rest } = before ?? {};
  return {
    ...rest,
    ...(issue === null || issue === "" ? {} : { issue }),
    id: before?.id ?? `${id}#c${next}`,
    kind,
    // Words that were changed have no translation any more.
    gist: before?.gist.en === gist ? before.gist : { en: gist },
    readings: [],
    verifiability:
      seen === "" || seen === verifiability.seen.en ? verifiability : { ...verifiability, seen: { en: seen } },
    status: [],
    read: before?.read ?? [],
    checked: "not-checked",
  };
}

export const agreementRoutes: readonly Route[] = [list, one, confirm, findingStep, draft, changeClause];
