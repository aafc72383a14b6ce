// An outside check of comments, only where whoever runs the workbench has named its address. It may ask a person to look;
// it never frees anything, and its silence, slowness or failure changes nothing.

import type { ExternalPhase } from "../../../debate/moderation/phases.ts";
import { InputError } from "../../../values/errors.ts";

const PATIENCE_MS = 5_000;
const LONGEST_ANSWER = 65_536;

export function webhookIn(env: Record<string, string | undefined>): ExternalPhase | null {
  const address = env["DETENTE_MODERATION_WEBHOOK"];
  if (!address) return null;
  if (!/^https?:\/\//.test(address))
    throw new InputError("DETENTE_MODERATION_WEBHOOK", "an address that begins with https:// or http://", address);
  return async ({ text, author, parent }) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text, author, parent }),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok || Number(response.headers.get("content-length") ?? 0) > LONGEST_ANSWER) return null;
      const answer: unknown = JSON.parse((await response.text()).slice(0, LONGEST_ANSWER));
      if (typeof answer !== "object" || answer === null || !("hold" in answer) || answer.hold !== true) return null;
      const detail = "detail" in answer && typeof answer.detail === "string" ? answer.detail.slice(0, 300) : undefined;
      return { hold: true, code: "external", ...(detail === undefined ? {} : { detail }) };
    } catch {
      return null;
    }
  };
}
