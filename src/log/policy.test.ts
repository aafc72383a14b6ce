import { describe, expect, test } from "vitest";
import { bothAndNeutral, logKey, logSigner, signerOf, witnesses } from "../../test/support/made-up-log.ts";
import { InputError } from "../values/errors.ts";
import { COSIGNATURE, NOTE, verifierKey, writeVerifierKey } from "./key.ts";
import { isQuorum, missingFor, policyOfKeys, readPolicy } from "./policy.ts";

const [a, b, n] = [witnesses.a, witnesses.b, witnesses.n].map(({ key }) => writeVerifierKey(key)) as [
  string,
  string,
  string,
];

describe("both parties and any neutral", () => {
  const policy = readPolicy(
    bothAndNeutral
      .replace("any neutral1", "any neutral1 neutral2")
      .replace(
        "group neutrals",
        `witness neutral2 ${writeVerifierKey(signerOf("m", COSIGNATURE, 8).key)} https://m.example\ngroup neutrals`,
      ),
  );
  test.each([
    [[], false, "A; B; any of (neutral1, neutral2)"],
    [["A", "B"], false, "any of (neutral1, neutral2)"],
    [["A", "neutral1", "neutral2"], false, "B"],
    [["A", "B", "neutral2"], true, ""],
  ])("%j: %s, missing %j", (cosigned, enough, missing) => {
    expect([isQuorum(policy, new Set(cosigned)), missingFor(policy, new Set(cosigned))]).toEqual([enough, missing]);
  });
});

test("readPolicy() takes the standard's freedoms: comments, blanks, tabs, order, numbers, none", () => {
  const policy = readPolicy(
    `# all\n\n\t log ${logKey}  https://example.org/test \n witness\tB ${b}\nwitness A ${a}\ngroup g 1 A B\nquorum g`,
  );
  expect([policy.logs, isQuorum(policy, new Set(["B"])), isQuorum(policy, new Set())]).toEqual([
    [logSigner.key],
    true,
    false,
  ]);
  expect(isQuorum(readPolicy("quorum none\n"), new Set())).toBe(true);
  expect(readPolicy(`quorum none # what follows on a line is no comment`.slice(0, 11)).quorum).toBe("none");
  // A post-quantum witness can be named; it is another matter whether its signature can be checked.
  const post = writeVerifierKey(verifierKey("p", 6, new Uint8Array(1312)));
  expect(readPolicy(`witness P ${post}\nquorum P\n`).witnesses.get("P")?.type).toBe(6);
});

test("policyOfKeys() wants every witness among the keys", () => {
  const policy = policyOfKeys([logSigner, witnesses.a, witnesses.b].map(({ key }) => key));
  const labels = [...policy.witnesses.keys()];
  expect([policy.logs.length, isQuorum(policy, new Set(labels.slice(1))), isQuorum(policy, new Set(labels))]).toEqual([
    1,
    false,
    true,
  ]);
});

describe("readPolicy() refuses", () => {
  const both = `witness A ${a}\nwitness B ${b}\n`;
  test("groups within groups without end", () => {
    const groups = Array.from({ length: 5000 }, (_, at) => `group g${at + 1} any ${at === 0 ? "A" : `g${at}`}`);
    expect(() => readPolicy(`witness A ${a}\n${groups.join("\n")}\nquorum g5000\n`)).toThrow(
      "at most 1000 witnesses and groups",
    );
  });

  test.each([
    ["no quorum", both, "policy: expected a quorum line"],
    ["two quorums", `${both}quorum A\nquorum B\n`, "policy:4: expected one quorum line"],
    ["a quorum of an unknown", `${both}quorum C\n`, "policy:3: expected a witness or group defined on a line above"],
    [
      "a group of what comes later",
      `group g any A\n${both}quorum g\n`,
      "policy:1: expected members defined on lines above",
    ],
    [
      "a member of two groups",
      `${both}group g any A\ngroup h any A B\nquorum h\n`,
      "policy:4: expected each name in one group only",
    ],
    ["a member twice", `${both}group g 2 A A\nquorum g\n`, "policy:3: expected each name in one group only"],
    ["more than there are", `${both}group g 3 A B\nquorum g\n`, "policy:3: expected all, any or a number from 1 to 2"],
    ["none of them", `${both}group g 0 A B\nquorum g\n`, "policy:3: expected all, any or a number"],
    ["no members", `${both}group g all\nquorum g\n`, "policy:3: expected group <name>"],
    ["none as a member", `${both}group g any none\nquorum g\n`, "policy:3: expected members"],
    ["a witness called none", `witness none ${a}\nquorum none\n`, "policy:1: expected a name not yet taken"],
    ["a name twice", `witness A ${a}\nwitness A ${b}\nquorum A\n`, "policy:2: expected a name not yet taken"],
    [
      "a witness's key twice",
      `witness A ${a}\nwitness B ${a}\nquorum A\n`,
      "policy:2: expected each witness's key once",
    ],
    [
      "one key under two names",
      `witness A ${a}\nwitness B ${writeVerifierKey(verifierKey("other", COSIGNATURE, witnesses.a.key.publicKey))}\nquorum A\n`,
      "policy:2: expected each witness's key once",
    ],
    ["a log's key twice", `log ${logKey}\nlog ${logKey}\nquorum none\n`, "policy:2: expected each log's key once"],
    ["a witness's key as a log's", `log ${a}\nquorum none\n`, "policy:1: expected a log's key, of type 1"],
    [
      "a key that signs no time as a witness's",
      `witness A ${writeVerifierKey(signerOf("w", NOTE, 7).key)}\nquorum A\n`,
      "policy:1: expected a witness's key, of type 4 or 6",
    ],
    ["a changed key", `witness A ${a.replace("a.example", "x.example")}\nquorum A\n`, "policy:1: expected"],
    ["an unknown word", `witnesses ${n}\nquorum none\n`, "policy:1: expected a line that begins with"],
    ["a carriage return", `quorum none\r\n`, "policy:1: expected a line without control characters"],
  ])("%s", (_what, text, line) => {
    expect(() => readPolicy(text)).toThrow(InputError);
    expect(() => readPolicy(text)).toThrow(line);
  });
});
