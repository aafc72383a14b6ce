// Argdown, out and in: [statements] and <arguments>, with + support, - attack and _ undercut set in
// below what they speak of; "+>", "->" and "_>" point the other way. What the reader does not know, such as a
// reconstruction of premises, is told and not read.

import { InputError } from "../../values/errors.ts";
import type { Relation } from "../debate.ts";
import type { ArgumentMap, MapEdge, MapNode } from "../graph.ts";

const MARKS: Readonly<Record<Relation, string>> = { support: "+", attack: "-", undercut: "_" };
const RELATIONS: Readonly<Record<string, Relation>> = { "+": "support", "-": "attack", _: "undercut" };

export function writeArgdown({ title, nodes, edges }: ArgumentMap): string {
  const names = titlesOf(nodes);
  const into = new Map<string, MapEdge[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const undercuts = (edge: MapEdge): string[] =>
    (into.get(edge.id) ?? []).map(({ from, relation }) => `    ${MARKS[relation]} ${names.get(from) ?? ""}`);
  const blocks = nodes.map(({ id, text }) => {
    const relations = (into.get(id) ?? []).flatMap((edge) => [
      `  ${MARKS[edge.relation]} ${names.get(edge.from) ?? ""}`,
      ...undercuts(edge),
    ]);
    return [`${names.get(id) ?? ""}: ${oneLine(text)}`, ...relations].join("\n");
  });
  return `===\ntitle: ${oneLine(title)}\n===\n\n${blocks.join("\n\n")}\n`;
}

/** Claims are statements, comments arguments; equal titles get a number. */
function titlesOf(nodes: readonly MapNode[]): Map<string, string> {
  const used = new Set<string>();
  return new Map(
    nodes.map(({ id, kind, title }) => {
      const plain =
        title
          .replace(/[[\]<>{}:#*_@|\\]+/g, " ")
          .replace(/\s+/g, " ")
          .trim() || id;
      let name = plain;
      for (let number = 2; used.has(name); number += 1) name = `${plain} ${number}`;
      used.add(name);
      return [id, kind === "claim" ? `[${name}]` : `<${name}>`];
    }),
  );
}

/** A text that Argdown reads as one statement: its own marks are escaped. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/([\\[\]<>{}#*_@|])/g, "\\$1");
}

export type ArgdownRead = { map: ArgumentMap; notRead: { row: number; text: string }[] };

const MOST_LINES = 200_000;
const ELEMENT = /^(\[[^\]]+\]|<[^>]+>)\s*(:?)\s*(.*)$/;

export function readArgdown(text: string, place: string): ArgdownRead {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.length > MOST_LINES) throw new InputError(place, `at most ${MOST_LINES} lines`, lines.length);
  const reader = new ArgdownReader();
  let from = 0;
  if (lines[0]?.trim() === "===") {
    from = lines.findIndex((line, at) => at > 0 && line.trim() === "===") + 1;
    if (from === 0) throw new InputError(`${place}:1`, "=== at the end of the head");
    reader.title =
      lines
        .slice(1, from)
        .join("\n")
        .match(/^title:\s*(.+)$/m)?.[1]
        ?.trim()
        .replace(/^["']|["']$/g, "")
        .replace(/\\(.)/g, "$1") ?? "";
  }
  let inComment = false;
  for (const [at, raw] of lines.entries()) {
    if (at < from) continue;
    if (inComment || /^\s*(?:\/\*|<!--)/.test(raw)) {
      inComment = !/\*\/\s*$|-->\s*$/.test(raw);
      continue;
    }
    reader.line(raw, at + 1);
  }
  return {
    map: { title: reader.title, nodes: [...reader.nodes.values()], edges: reader.edges },
    notRead: reader.notRead,
  };
}

class ArgdownReader {
  title = "";
  readonly nodes = new Map<string, MapNode>();
  readonly edges: MapEdge[] = [];
  readonly notRead: { row: number; text: string }[] = [];
  /** What stands above, by indentation: an element, and the edge by which it came in. */
  #stack: { indent: number; node: string; edge: MapEdge | null }[] = [];
  #unnamed = 0;

  line(raw: string, row: number): void {
    const line = raw.replace(/\s+\/\/.*$|^\/\/.*$/, "").trimEnd();
    if (line.trim() === "") return;
    if (/^#{1,6}\s/.test(line)) {
      this.title ||= line.replace(/^#+\s*/, "");
      return;
    }
    const indent = line.search(/\S/);
    const relation = /^([+\-_])(>?)\s+(.+)$/.exec(line.trim()) ?? /^(<)([+\-_])\s+(.+)$/.exec(line.trim());
    if (/^(?:\(\d+\)|-{2,}|\+{2,})/.test(line.trim()) || (relation && this.#stack.length === 0 && indent === 0)) {
      this.notRead.push({ row, text: line.trim().slice(0, 200) });
      return;
    }
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.indent ?? 0) >= indent) this.#stack.pop();
    const above = relation ? this.#stack.at(-1) : undefined;
    if (relation && !above) {
      this.notRead.push({ row, text: line.trim().slice(0, 200) });
      return;
    }
    const node = this.#element((relation ? relation[3] : line.trim()) ?? "");
    if (!relation || !above) {
      this.#stack = [{ indent, node, edge: null }];
      return;
    }
    const mark = relation[1] === "<" ? relation[2] : relation[1];
    const outgoing = relation[2] === ">";
    this.#stack.push({ indent, node, edge: this.#relate(RELATIONS[mark ?? "+"] ?? "support", outgoing, node, above) });
  }

  #relate(relation: Relation, outgoing: boolean, node: string, above: { node: string; edge: MapEdge | null }): MapEdge {
    const from = outgoing ? above.node : node;
    // An undercut below a relation speaks of that step; below an element, of the element.
    const to = outgoing ? node : relation === "undercut" && above.edge ? above.edge.id : above.node;
    const edge: MapEdge = {
      id: `${from}>${to}`,
      from,
      to,
      relation: relation === "undercut" && to === above.node ? "attack" : relation,
      basis: "stated",
    };
    if (!this.edges.some(({ id, relation: known }) => id === edge.id && known === edge.relation)) this.edges.push(edge);
    return edge;
  }

  #element(source: string): string {
    const text = source.replace(/\s*\{[^}]*\}\s*$/, "").replace(/(?:\s#[\w-]+)+\s*$/, "");
    const found = ELEMENT.exec(text);
    const kind = found?.[1]?.startsWith("<") ? "comment" : "claim";
    const title = found ? (found[1] ?? "").slice(1, -1).replace(/^\+/, "") : `Untitled ${(this.#unnamed += 1)}`;
    const said = (found ? (found[2] === ":" ? (found[3] ?? "") : "") : text).replace(/\\(.)/g, "$1");
    const id = `${kind}-${title}`;
    const before = this.nodes.get(id);
    this.nodes.set(id, { id, kind, title, text: said === "" ? (before?.text ?? "") : said });
    return id;
  }
}
