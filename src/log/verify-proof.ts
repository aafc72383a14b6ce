// The one door for whoever holds a proof file: text in, verdict out, with no server, no network and no platform in
// between. Pages and programs go through it alike.

import { InputError } from "../values/errors.ts";
import { fromUtf8, hex } from "./bytes.ts";
import { readVerifierKey } from "./key.ts";
import { policyOfKeys, readPolicy, type Policy } from "./policy.ts";
import { readProofFile } from "./proof-file.ts";
import { inclusionHolds } from "./tree-proof.ts";
import { leafHash } from "./tree.ts";
import { reason, verdictOf, type Reason, type Verdict } from "./verdict.ts";
import { checkCheckpoint, rootText, type CheckedCheckpoint, type CheckpointOptions } from "./verify-checkpoint.ts";

export type ProofOptions = CheckpointOptions & {
  /** The entry that the proof should be of; else the one that the file carries. */
  entry?: Uint8Array;
};

/** A policy file's text, or public keys: logs' and witnesses', every one of which must have signed. */
export type Trust = string | readonly string[] | Policy;

export function policyOf(trust: Trust): Policy {
  if (typeof trust === "string") return readPolicy(trust);
  if ("quorum" in trust) return trust;
  return policyOfKeys(trust.map((text, index) => readVerifierKey(text, `key ${index + 1}`)));
}

/** Never throws on what a file or policy holds: what cannot be read is a verdict too. */
export function verifyProofFile(text: string, trust: Trust, now: Date, options: ProofOptions = {}): Verdict {
  return readable(() => {
    const policy = policyOf(trust);
    const { index, hashes, checkpoint: source, extra } = readProofFile(text);
    const checked = checkCheckpoint(source, policy, now, options);
    const entry = options.entry ?? extra;
    const leaf = entry ? leafHash(entry) : null;
    const problems = [...checked.problems];
    const { size, root, origin } = checked.checkpoint;
    if (index >= size) problems.push(reason("beyond-size", `Entry ${index} of ${size}.`));
    else if (!leaf) problems.push(reason("no-entry"));
    else if (!inclusionHolds(index, size, leaf, hashes, root)) problems.push(reason("not-in-log", `Entry ${index}.`));
    return verdictOf(problems, `Entry ${index} of the log ${origin}, ${signatureWords(checked)}.`, {
      ...factsOf(checked),
      index,
      leaf: leaf && hex(leaf),
      entry: entry && fromUtf8(entry),
    });
  });
}

/** The same for a checkpoint alone. */
export function verifyCheckpoint(source: string, trust: Trust, now: Date, options: CheckpointOptions = {}): Verdict {
  return readable(() => {
    const checked = checkCheckpoint(source, policyOf(trust), now, options);
    const { origin, size } = checked.checkpoint;
    return verdictOf(
      checked.problems,
      `A log ${origin} of ${size} ${size === 1 ? "entry" : "entries"}, ${signatureWords(checked)}.`,
      factsOf(checked),
    );
  });
}

function readable(check: () => Verdict): Verdict {
  try {
    return check();
  } catch (error) {
    if (error instanceof InputError) return verdictOf([unreadable(error)], "", {});
    throw error;
  }
}

const unreadable = ({ message }: InputError): Reason => ({ code: "unreadable", because: message });

function signatureWords({ cosigned }: CheckedCheckpoint): string {
  if (cosigned.length === 0) return "signed by the log, cosigned by nobody: the operator's word alone";
  const names = cosigned.map(({ witness }) => witness);
  return `signed by the log, cosigned by ${names.length === 1 ? "" : `${names.slice(0, -1).join(", ")} and `}${names.at(-1)}`;
}

function factsOf({ checkpoint, cautions, signedBy, cosigned, missing }: CheckedCheckpoint): Partial<Verdict> {
  const { origin, size } = checkpoint;
  return { cautions, origin, size, root: rootText(checkpoint), signedBy, cosigned, missing };
}
