// Drop a proof, say whom you believe, read what it comes to. All of it happens in the browser; nothing is asked or sent.

import { useMemo, useState, type ReactNode } from "react";
import {
  checkReveal,
  readOpening,
  readSeal,
  verifyCheckpoint,
  verifyEnvelope,
  verifyProofFile,
} from "../../../../log/index.ts";
import { readVerifierKey } from "../../../../log/key.ts";
import { policyOfKeys, readPolicy, type Policy } from "../../../../log/policy.ts";
import { isProofFile } from "../../../../log/proof-file.ts";
import type { Verdict } from "../../../../log/verdict.ts";
import { InputError } from "../../../../values/errors.ts";
import { verifying as words } from "../../../words/en-log-page.ts";
import { FileField } from "./file-field.tsx";

type Shown = { valid: boolean; says: string; verdict: Verdict | null; rows: [string, string][] };

export function VerifyPanel({ now }: { now: () => Date }): ReactNode {
  const [proof, setProof] = useState("");
  const [trust, setTrust] = useState("");
  const shown = useMemo(() => (proof.trim() === "" ? null : verdictOn(proof, trust, now())), [proof, trust, now]);
  return (
    <div className="verify">
      <div className="verify-fields">
        <FileField id="verify-proof" label={words.proof} hint={words.proofHint} text={proof} change={setProof} />
        <FileField id="verify-trust" label={words.trust} hint={words.trustHint} text={trust} change={setTrust} />
      </div>
      <div aria-live="polite">{shown ? <VerdictShown shown={shown} /> : <p className="quiet">{words.waiting}</p>}</div>
    </div>
  );
}

function VerdictShown({ shown: { valid, says, verdict, rows } }: { shown: Shown }): ReactNode {
  return (
    <section className={valid ? "verdict verdict-holds" : "verdict verdict-fails"}>
      <h3>
        <span aria-hidden="true">{valid ? "✓ " : "✕ "}</span>
        {valid ? words.holds : words.fails}
      </h3>
      <p className="verdict-says">{says}</p>
      {verdict?.problems.slice(1).map(({ because }) => (
        <p key={because}>
          {words.also} {because}
        </p>
      ))}
      {verdict?.cautions.map(({ because }) => (
        <p key={because}>
          {words.note} {because}
        </p>
      ))}
      <dl className="verdict-rows">
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function verdictOn(proof: string, trust: string, now: Date): Shown {
  try {
    if (trust.trim() === "") return said(false, words.noTrust);
    if (/^\s*\{/.test(proof)) return onJson(proof, trust);
    const policy = trustFrom(trust);
    const verdict = isProofFile(proof) ? verifyProofFile(proof, policy, now) : verifyCheckpoint(proof, policy, now);
    return { valid: verdict.valid, says: verdict.says, verdict, rows: rowsOf(verdict) };
  } catch (error) {
    if (error instanceof InputError) return said(false, error.message);
    throw error;
  }
}

/** A policy, or public keys one a line: every one of them must have signed. */
function trustFrom(text: string): Policy {
  return /^\s*(#|log\s|witness\s|group\s|quorum\s)/m.test(text) ? readPolicy(text) : policyOfKeys(keysIn(text));
}

function keysIn(text: string): ReturnType<typeof readVerifierKey>[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line, index) => readVerifierKey(line, `key ${index + 1}`));
}

/** A text that several parties signed, or an opening against its seal. */
function onJson(proof: string, trust: string): Shown {
  if (/"nonce"/.test(proof)) {
    const broken = checkReveal(readSeal(trust, "seal"), readOpening(proof, "opening"));
    return said(broken === null, broken?.because ?? words.opened);
  }
  const keys = keysIn(trust);
  const { valid, says, signedBy, missing, payloadType } = verifyEnvelope(proof, keys, keys.length);
  return {
    ...said(valid, says),
    rows: [
      [words.type, payloadType],
      ...signedBy.map((key): [string, string] => [words.signedBy, key]),
      ...missing.map((key): [string, string] => [words.notSignedBy, key]),
    ],
  };
}

const said = (valid: boolean, says: string): Shown => ({ valid, says, verdict: null, rows: [] });

function rowsOf({
  origin,
  size,
  root,
  signedBy,
  cosigned,
  missing,
  index,
  leaf,
  entry,
  valid,
}: Verdict): [string, string][] {
  const rows: [string, string | null][] = [
    [words.log, origin],
    [words.size, size === null ? null : String(size)],
    [words.root, root],
    [words.signedBy, signedBy],
    ...cosigned.map(({ witness, key, at }): [string, string] => [words.cosigned(at), `${witness} (${key})`]),
    [words.missing, missing === "" ? null : missing],
    [words.index, index === null ? null : String(index)],
    [words.leaf, leaf],
    [valid ? words.entry : words.carries, entry],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}
