// A route is a record. `respond` alone turns what a handler gives or throws into a status and a body.

import type { z } from "zod";
import { InputError, SourceError } from "../../values/errors.ts";
import type { Refusal } from "../../values/outcome.ts";
import { TooManyGuesses } from "../inputs/guess-limit.ts";
import type { Rooms } from "../inputs/debate/rooms.ts";
import type { Ledger } from "../inputs/ledger.ts";
import type { Parameters } from "../inputs/queries.ts";
import { NoSeat, type Tables } from "../inputs/tables.ts";

export type RouteContext = {
  ledger: Ledger;
  now: () => Date;
  /** Where cases and the data folder are, for what stands in files of its own. */
  env?: Record<string, string | undefined>;
  /** The tables that this workbench keeps. */
  tables?: Tables;
  /** The folder of the log that this workbench shows, which may not be there. */
  log?: string;
  /** The debates that this workbench keeps, with those who take part. */
  debates?: Rooms;
};

export type Asked = {
  path: Record<string, string>;
  query: Parameters;
  /** What was sent with the request; empty where nothing was. */
  body: Uint8Array;
  headers: Headers;
  /** The address that the request came from. */
  from?: string;
};

export type Route = {
  method: "GET" | "POST";
  /** Path with parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  /** Names of the parameters of the query, each with what it means. */
  query?: Record<string, string>;
  /** Bytes that may be sent with the request, where the usual mebibyte is not enough. */
  largestBody?: number;
  /** The last part of the path may hold slashes. */
  deep?: true;
  /** The answer is for one reader alone: nothing on the way may keep it. */
  secret?: true;
  /** Shape of the JSON answer; tests parse answers with it. */
  answer?: z.ZodType;
  handle(asked: Asked, context: RouteContext): unknown;
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

/** What the address names stands at another one now. */
export class MovedTo {
  readonly address: string;
  readonly body: unknown;

  constructor(address: string, body: unknown) {
    this.address = address;
    this.body = body;
  }
}

/** More was sent than the route takes. */
export class TooLarge extends InputError {}

export const USUAL_BODY: number = 1024 * 1024;

/** Reads what was sent, and stops as soon as it is more than the route takes. */
export async function readBody({ largestBody = USUAL_BODY }: Route, request: Request): Promise<Uint8Array> {
  if (request.method === "GET" || request.method === "HEAD" || !request.body) return new Uint8Array();
  const told = Number(request.headers.get("content-length") ?? 0);
  const tooLarge = (): TooLarge => new TooLarge("body", `at most ${largestBody / 1024 / 1024} MB`);
  if (told > largestBody) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > largestBody) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What was sent says that it is something else than the route takes. */
export class WrongType extends InputError {}

/**
 * A JSON document that says it is one. No form on another site's page can send such a thing without asking first, which
 * is never granted.
 */
export function strictJson<Shape>(schema: z.ZodType<Shape>, { body, headers }: Asked): Shape {
  const type = headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new WrongType("content-type", "application/json", type);
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") throw new WrongType("sec-fetch-site", "a page of this workbench", site);
  return jsonBody(schema, body);
}

/** A JSON document sent with a request, in the shape that the route takes. */
export function jsonBody<Shape>(schema: z.ZodType<Shape>, body: Uint8Array): Shape {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new InputError("body", "a JSON document");
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new InputError(["body", ...(issue?.path ?? [])].join("."), issue?.message ?? "another shape");
}

export async function respond(
  route: Route,
  asked: Omit<Asked, "body">,
  request: Request,
  context: RouteContext,
): Promise<Response> {
  try {
    const value = await route.handle({ ...asked, body: await readBody(route, request) }, context);
    if (value instanceof Response) return value;
    if (value instanceof Document) return documentResponse(value);
    if (route.secret) return json(isRefused(value) ? 422 : 200, value, { "cache-control": "no-store" });
    // What moved can move back: nobody is to remember it.
    if (value instanceof MovedTo)
      return json(308, value.body, { location: value.address, "cache-control": "no-store" });
    return isRefused(value) ? json(422, value) : json(200, value);
  } catch (error) {
    return problem(error);
  }
}

/** RFC 9457. What a caller sent is named; what went wrong inside is not shown. */
export function problem(error: unknown): Response {
  if (error instanceof TooLarge) return problemJson(413, "Too much was sent", error.message);
  if (error instanceof WrongType) return problemJson(415, "Not a kind that is taken here", error.message);
  if (error instanceof TooManyGuesses)
    return problemJson(429, "Too many guesses", error.message, { "retry-after": String(error.seconds) });
  if (error instanceof NotFound || error instanceof NoSeat) return problemJson(404, "Not found", error.message);
  if (error instanceof InputError) return problemJson(400, "Cannot read the request", error.message);
  if (error instanceof SourceError) return problemJson(502, "A file or the network failed", error.message);
  console.error(error);
  return problemJson(
    500,
    "A fault of the workbench",
    "Something went wrong inside the workbench; its log says what. Nothing was lost.",
  );
}

function problemJson(status: number, title: string, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail }), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", ...headers },
  });
}

function documentResponse({ type, body, fileName }: Document): Response {
  const headers: Record<string, string> = { "content-type": type };
  if (fileName) headers["content-disposition"] = `attachment; filename="${fileName}"`;
  return new Response(body as BodyInit, { headers });
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

function isRefused(value: unknown): value is { refused: Refusal } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "refused";
}
