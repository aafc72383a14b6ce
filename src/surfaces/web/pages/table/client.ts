// The table's own way to the server: the link's secret goes into a header, never into an address.

import type { Move } from "../../../../agreements/table/move.ts";
import type { MoveRefused, TableAsked, TableMade, TableSeen } from "../../../inputs/tables.ts";
import { Failed, type Fault } from "../../api.ts";

export type Polled = TableSeen | { id: string; now: string; version: string };

const JSON_TYPE = "application/json";

export async function makeTable(asked: TableAsked): Promise<TableMade> {
  return (await answered("/api/tables", { method: "POST", body: JSON.stringify(asked) })) as TableMade;
}

export async function seeTable(id: string, token: string, version: string | null): Promise<Polled> {
  const seen = version === null ? "" : `?seen=${version}`;
  return (await answered(`/api/tables/${encodeURIComponent(id)}${seen}`, { token })) as Polled;
}

export async function makeMove(id: string, token: string, move: Move): Promise<TableSeen | MoveRefused> {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  const body = JSON.stringify({ key: key.join(""), move });
  const sent = { method: "POST", token, body };
  const address = `/api/tables/${encodeURIComponent(id)}/moves`;
  // The same key again changes nothing: a request whose answer was lost can be sent once more.
  const again = (error: unknown): Promise<unknown> => {
    if (error instanceof Failed && error.fault.kind === "gone") return answered(address, sent);
    throw error;
  };
  return (await answered(address, sent).catch(again)) as TableSeen | MoveRefused;
}

type Sent = { method?: string; token?: string; body?: string };

async function answered(address: string, { method = "GET", token, body }: Sent): Promise<unknown> {
  const headers = {
    accept: JSON_TYPE,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "content-type": JSON_TYPE }),
  };
  const init = { method, headers, cache: "no-store" as const, ...(body === undefined ? {} : { body }) };
  const response = await fetch(address, init).catch(() => null);
  if (response === null) throw new Failed({ kind: "gone", detail: "" });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok || response.status === 422) return answer;
  throw new Failed({ kind: kindOf(response.status), detail: detailOf(answer) ?? response.statusText });
}

function kindOf(status: number): Fault["kind"] {
  if (status === 404) return "missing";
  return status < 500 ? "input" : "inside";
}

function detailOf(answer: unknown): string | null {
  return typeof answer === "object" && answer !== null && "detail" in answer ? String(answer.detail) : null;
}
