import type { Refusal } from "../../values/outcome.ts";
import type { Effects } from "./command.ts";

/** Tells a refusal; it is a result, with an exit status of its own. */
export function refused(refusal: Refusal, json: boolean, { print }: Pick<Effects, "print">): 2 {
  print(json ? JSON.stringify({ refused: refusal }, null, 2) : `No answer: ${refusal.because}`);
  return 2;
}
