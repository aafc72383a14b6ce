// Sends something that a person does: JSON that says that it is JSON, to this server alone.

import { Failed, type Fault } from "../../api.ts";
import { refuseInCopy } from "../../copy.ts";

export async function post(address: string, body: object): Promise<unknown> {
  refuseInCopy();
  const response = await fetch(address, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
    credentials: "same-origin",
  }).catch(() => null);
  if (response === null) throw new Failed({ kind: "gone", detail: "" });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const detail = typeof answer === "object" && answer !== null && "detail" in answer ? String(answer.detail) : response.statusText; // prettier-ignore
  throw new Failed({ kind: response.status >= 500 ? "inside" : "input", detail });
}

export function faultOf(error: unknown): Fault {
  return error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) };
}
