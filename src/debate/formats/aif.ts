// The Argument Interchange Format as AIFdb's JSON writes it (chesnevar2006): information nodes (I) for what is said,
// and between them a node for each step: RA an inference, CA a conflict. An undercut is a conflict with a step.

import type { ArgumentMap } from "../graph.ts";

export type AifNode = { nodeID: string; text: string; type: "I" | "RA" | "CA"; timestamp: string };
export type Aif = {
  nodes: AifNode[];
  edges: { edgeID: string; fromID: string; toID: string; formEdgeID: null }[];
  locutions: never[];
};

export function writeAif({ nodes, edges }: ArgumentMap): Aif {
  const aif: Aif = { nodes: [], edges: [], locutions: [] };
  const number = new Map<string, string>();
  const add = (id: string, type: AifNode["type"], text: string): void => {
    const nodeID = String(number.size + 1);
    number.set(id, nodeID);
    aif.nodes.push({ nodeID, text, type, timestamp: "" });
  };
  for (const { id, text } of nodes) add(id, "I", text);
  for (const { id, relation } of edges)
    if (relation === "support") add(`step ${id}`, "RA", "Default Inference");
    else add(`step ${id}`, "CA", "Default Conflict");
  const join = (from: string | undefined, to: string | undefined): void => {
    if (from === undefined || to === undefined) return;
    aif.edges.push({ edgeID: String(aif.edges.length + 1), fromID: from, toID: to, formEdgeID: null });
  };
  for (const { id, from, to } of edges) {
    join(number.get(from), number.get(`step ${id}`));
    join(number.get(`step ${id}`), number.get(to) ?? number.get(`step ${to}`));
  }
  return aif;
}
