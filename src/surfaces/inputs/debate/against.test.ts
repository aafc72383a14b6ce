import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { templateOf, type Template } from "../../../debate/claims/index.ts";
import type { Comment, Relation } from "../../../debate/debate.ts";
import type { ClaimVerdict } from "../../../debate/verdict-of.ts";
import { bestAgainst } from "./against.ts";
import { roomOf, type Room } from "./room.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-against-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = [id: string, parent: string | null, relation: Relation | null, text: string];
let count = 0;

function roomWith(said: Said[]): Room {
  const about = { title: "T", author: null, role: null, published: null, address: null, note: null, licence: null };
  const comments = said.map(([id, parent, relation, text]): Comment => ({ id, author: id, address: null, parent, depth: parent === null ? 1 : 2, text, at: null, relation, anchor: null, flags: [] })); // prettier-ignore
  count += 1;
  const debate = { ...about, id: `against-${count}`, body: ["The attacks."], comments };
  return roomOf({ debate, caseId: "us-cn", folder, now: () => new Date(0), external: null });
}

const cheap = templateOf("cheap-theft") as Template;
const verdict = (which: ClaimVerdict["verdict"]): ClaimVerdict => ({ verdict: which, inWords: "", condition: null, pivot: null, turnsOn: null, sourceKind: null, wouldChange: null, speaksAgainst: null, address: "/" }); // prettier-ignore
const open = (): ClaimVerdict => verdict("unknown");
const pressed: Said = ["p", null, null, "They steal our technology at very little cost."];
const plain = (id: string, words: string): Said => [id, "p", "attack", words];
const chosen = (room: Room, live = open): string | undefined => bestAgainst([room], cheap, live)?.comment;

test("bestAgainst() prefers what stands to what was answered, wherever it stands in the thread", () => {
  const room = roomWith([
    pressed,
    plain("beaten", "The Chinese have copied plans and flown nothing."),
    ["answer", "beaten", "attack", "The Chinese flew it last spring."],
    plain("stands", "The Chinese files gather dust somewhere."),
  ]);
  expect(chosen(room)).toBe("stands");
  expect(bestAgainst([room], cheap, open)?.why).toEqual({ stands: "in", holds: 0.5, agree: 0, disagree: 0, direct: true });
}); // prettier-ignore

test("among those that stand, bestAgainst() prefers what the models bear out, then what readers agree with", () => {
  const room = roomWith([
    pressed,
    plain("plain", "The Chinese files gather dust somewhere."),
    plain("claims", "Attribution in cyberspace is impossible, nobody can prove who did it."),
    plain("liked", "A Chinese drawer full of files is a drawer."),
  ]);
  const voter = (id: string) => ({ id, address: `${id}@example.org`, moderator: false });
  expect(chosen(room, () => verdict("holds"))).toBe("claims");
  expect(chosen(room, () => verdict("fails"))).toBe("plain");
  room.vote(voter("a"), "liked", 1);
  expect(chosen(room, () => verdict("fails"))).toBe("liked");
  for (const one of ["b", "c", "d"]) room.vote(voter(one), "liked", -1);
  expect(chosen(room, () => verdict("fails"))).toBe("plain");
});

test("bestAgainst() passes over what is held, what supports and what says the same, and finds nothing where nothing is", () => {
  const held = roomWith([
    pressed,
    plain("insult", "You are an idiot."),
    ["yes", "p", "support", "Exactly, pennies."],
    ["same", "p", "attack", "No, they steal our technology at no cost at all."],
  ]);
  expect(chosen(held)).toBeUndefined();
  expect(bestAgainst([], cheap, open)).toBeNull();
});

test("bestAgainst() takes a claim of the contrary from elsewhere, and an answer to this one before it", () => {
  const losers = templateOf("only-losers-negotiate") as Template;
  const elsewhere: Said = ["contrary", null, null, "Both sides would be better off with a negotiated settlement."];
  const one: Said = ["says", null, null, "One only negotiates when one is losing."];
  expect(bestAgainst([roomWith([one, elsewhere])], losers, open)?.comment).toBe("contrary");
  const direct: Said = ["direct", "says", "attack", "Winners sign the better half of all treaties."];
  expect(bestAgainst([roomWith([elsewhere]), roomWith([one, direct])], losers, open)?.comment).toBe("direct");
});
