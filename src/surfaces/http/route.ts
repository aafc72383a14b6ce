// A route is a record. `respond` alone turns what a handler gives or throws into a status and a body.

import type { z } from "zod";
import { InputError, SourceError } from "../../values/errors.ts";
import type { Refusal } from "../../values/outcome.ts";
import type { Ledger } from "../inputs/ledger.ts";
import type { Parameters } from "../inputs/queries.ts";

export type RouteContext = { ledger: Ledger; now: () => Date };

export type Asked = { path: Record<string, string>; query: Parameters };

export type Route = {
  method: "GET" | "POST";
  /** Path with parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  /** Names of the parameters of the query, each with what it means. */
  query?: Record<string, string>;
  /** Shape of the JSON answer; tests parse answers with it. */
  answer?: z.ZodType;
  handle(asked: Asked, context: RouteContext): Promise<unknown> | unknown;
};

/** An answer that is no JSON: a table, a page, a print. */
export class Document {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly fileName: string | null;

  constructor(type: string, body: string | Uint8Array, fileName: string | null = null) {
    this.type = type;
    this.body = body;
    this.fileName = fileName;
  }
}

/** What the address names is not there. */
export class NotFound extends InputError {}

export async function respond(route: Route, asked: Asked, context: RouteContext): Promise<Response> {
  try {
    const value = await route.handle(asked, context);
    if (value instanceof Document) return documentResponse(value);
    return isRefused(value) ? json(422, value) : json(200, value);
  } catch (error) {
    return problem(error);
  }
}

/** RFC 9457. What a caller sent is named; what went wrong inside is not shown. */
export function problem(error: unknown): Response {
  if (error instanceof NotFound) return problemJson(404, "Not found", error.message);
  if (error instanceof InputError) return problemJson(400, "Cannot read the request", error.message);
  if (error instanceof SourceError) return problemJson(502, "A file or the network failed", error.message);
  console.error(error);
  return problemJson(500, "A fault of the workbench", "Something went wrong inside the workbench; its log says what. Nothing was lost.");
}

function problemJson(status: number, title: string, detail: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail }), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}

function documentResponse({ type, body, fileName }: Document): Response {
  const headers: Record<string, string> = { "content-type": type };
  if (fileName) headers["content-disposition"] = `attachment; filename="${fileName}"`;
  return new Response(body as BodyInit, { headers });
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json; charset=utf-8" } });
}

function isRefused(value: unknown): value is { refused: Refusal } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "refused";
}
