// The map as nested lists: what is said, and below it what supports, attacks or undercuts it, each with its standing.

import type { ReactNode } from "react";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { useData } from "../../use-data.ts";
import type { MapSeen, Refusing } from "./answers.ts";

type Node = MapSeen["nodes"][number];
type Edge = MapSeen["edges"][number];

const DEEPEST = 12;
const LONGEST = 140;

export function ArgumentMap({ id, version }: { id: string; version: number }): ReactNode {
  const { data } = useData<MapSeen | Refusing>(`/api/debates/${encodeURIComponent(id)}/map?v=${version}`);
  if (!data) return <output>{words.loading}</output>;
  if ("refused" in data) return <p className="refusal">{data.refused.because}</p>;
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const toward = new Map<string, Edge[]>();
  for (const edge of data.edges) {
    // An undercut aims at a step: it stands below whoever takes that step.
    const target = nodes.has(edge.to) ? edge.to : (edge.to.split(">")[0] ?? edge.to);
    toward.set(target, [...(toward.get(target) ?? []), edge]);
  }
  const told = new Set(data.edges.map(({ from }) => from));
  const tops = data.nodes.filter(
    ({ id: node, kind }) => kind === "claim" || (!told.has(node) && (toward.get(node)?.length ?? 0) > 0),
  );
  return (
    <ul className="argument-map">
      {tops.map((node) => (
        <Branch key={node.id} node={node} edge={null} map={data} nodes={nodes} toward={toward} path={[]} />
      ))}
    </ul>
  );
}

type BranchProps = {
  node: Node;
  edge: Edge | null;
  map: MapSeen;
  nodes: ReadonlyMap<string, Node>;
  toward: ReadonlyMap<string, Edge[]>;
  path: readonly string[];
};

function Branch({ node, edge, map, nodes, toward, path }: BranchProps): ReactNode {
  // Attacks may run in circles; a branch ends where it meets itself.
  const below = path.length >= DEEPEST || path.includes(node.id) ? [] : (toward.get(node.id) ?? []);
  const standing = map.standing.ok ? map.standing.value[node.id] : undefined;
  const short = node.text.length > LONGEST ? `${node.text.slice(0, LONGEST)} …` : node.text;
  return (
    <li className={edge ? `map-${edge.relation}` : "map-top"}>
      <p>
        {edge && <span className="map-relation">{words.relations[edge.relation]}</span>}{" "}
        {node.kind === "claim" ? <strong>{node.text}</strong> : <a href={`#${node.id}`}>{node.title}</a>}{" "}
        {node.kind === "comment" && short}{" "}
        {standing && node.kind === "comment" && (
          <span className="small map-standing">
            {words.standing(
              standing.label,
              standing.inPreferred,
              standing.ofPreferred,
              map.stable === null ? null : [map.stable.in[node.id] ?? 0, map.stable.of],
            )}{" "}
            {standing.inWords}
          </span>
        )}
      </p>
      {below.length > 0 && (
        <ul>
          {below.map((one) => {
            const next = nodes.get(one.from);
            return next ? (
              <Branch
                key={one.id}
                node={next}
                edge={one}
                map={map}
                nodes={nodes}
                toward={toward}
                path={[...path, node.id]}
              />
            ) : null;
          })}
        </ul>
      )}
    </li>
  );
}
