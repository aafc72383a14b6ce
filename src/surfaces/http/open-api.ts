// The routes described in OpenAPI 3.1, from the same records that serve them.

import { z } from "zod";
import type { Route } from "./route.ts";

export function openApi(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return { openapi: "3.1.0", info: { title: "Détente", version, license: { name: "MIT" } }, paths };
}

function operation({ path, summary, query, answer }: Route): Record<string, unknown> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query ?? {}).map(([name, description]) => ({
    name,
    in: "query",
    description,
    schema: { type: "string" },
  }));
  const schema = answer ? z.toJSONSchema(answer, { unrepresentable: "any" }) : {};
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    responses: {
      "200": { description: "The answer", content: { "application/json": { schema } } },
      "400": { description: "The request cannot be read" },
      "404": { description: "There is nothing of that name" },
      "422": { description: "A refusal, with its reason" },
    },
  };
}
