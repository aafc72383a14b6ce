// The HTTP surface: routes, the pages' files, an OpenAPI description, and the rules that keep a page from doing harm.

import { Hono, type Context } from "hono";
import { etag } from "hono/etag";
import { embedPolicy } from "../publish/embeds.ts";
import { pageFile, type PageFiles } from "./page-files.ts";
import { problem, respond, type Asked, type Route, type RouteContext } from "./route.ts";
import { routes } from "./index.ts";
import { openApi } from "./open-api.ts";

const LONGEST_ADDRESS = 8192;

/** What a page may do: load from this server, and nothing else. */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The self-contained print has its style inside, and nothing that runs. */
const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The checker's file names its own script and style by their hashes (scripts/build-checker.ts), and may load nothing. */
const checkerPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const policies: Readonly<Record<string, string>> = {
  "/brief.html": printPolicy,
  "/checker.html": checkerPolicy,
  "/verify.html": checkerPolicy,
};

/** What is made to be shown on other sites may be; nothing else may. */
function policyOf(path: string): string {
  if (path.startsWith("/embed/")) return `${embedPolicy}; frame-ancestors *`;
  return path === "/embed" ? `${embedPolicy}; frame-ancestors 'none'` : (policies[path] ?? contentSecurityPolicy);
}

/** `tagged`: answers carry what a browser needs to ask whether they changed, which takes a hash of each. */
export function httpApp(context: RouteContext, files: PageFiles, version: string, tagged = true): Hono {
  const app = new Hono({ strict: false });
  app.use(guard);
  if (tagged) app.use(etag());
  for (const route of routes)
    app.on(route.method, honoPath(route), (call) => respond(route, askedOf(route, call), call.req.raw, context));
  app.get("/api/openapi.json", (call) => call.json(openApi(routes, version)));
  app.get("/", (call) => call.redirect("/d/usa-chn"));
  app.get("/api/*", () => problem404());
  app.get("*", (call) => pageFile(files, call.req.path));
  app.onError((error) => problem(error));
  return app;
}

/** Host and origin are checked: a page elsewhere must not reach the workbench through the reader's browser. */
async function guard(call: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (call.req.url.length > LONGEST_ADDRESS) return call.text("The address is too long.", 414);
  const host = call.req.header("host") ?? "";
  if (!isLoopback(host)) return call.text("This workbench answers on its own machine only.", 421);
  const origin = call.req.header("origin");
  if (call.req.method !== "GET" && call.req.method !== "HEAD" && origin !== undefined && origin !== `http://${host}`) {
    return call.text("Requests from other pages are refused.", 403);
  }
  await next();
  const headers = call.res.headers;
  headers.set("content-security-policy", policyOf(call.req.path));
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-cache");
  return undefined;
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(host);
}

/** OpenAPI's `{id}.csv` in the router's words, also with two endings, as in `{id}.stix.json`. */
function honoPath({ path, deep }: Route): string {
  if (deep) return path.replace(/\{(\w+)\}$/, ":$1{.+}");
  return path
    .replace(
      /\{(\w+)\}((?:\.\w+)+)$/,
      (_, name: string, ending: string) => `:${name}{.+${ending.replaceAll(".", "\\.")}}`,
    )
    .replace(/\{(\w+)\}/g, ":$1");
}

function askedOf({ path }: Route, call: Context): Omit<Asked, "body"> {
  const parameters = call.req.param() as Record<string, string>;
  const ending = /\}((?:\.\w+)+)$/.exec(path)?.[1] ?? "";
  const cut = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      ending && value.endsWith(ending) ? value.slice(0, -ending.length) : value,
    ]),
  );
  const query = Object.fromEntries(
    Object.entries(call.req.queries()).map(([name, values]) => [name, values.join(",")]),
  );
  const { incoming } = (call.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } };
  return { path: cut, query, headers: call.req.raw.headers, from: incoming?.socket.remoteAddress ?? "here" };
}

function problem404(): Response {
  return new Response(
    JSON.stringify({
      type: "about:blank",
      title: "Not found",
      status: 404,
      detail: "The workbench has no such address.",
    }),
    {
      status: 404,
      headers: { "content-type": "application/problem+json; charset=utf-8" },
    },
  );
}
