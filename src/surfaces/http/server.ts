// Serves the workbench on this machine alone: the loopback address, the wanted port or the next free one.

import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { SourceError } from "../../values/errors.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { roomsIn } from "../inputs/debate/rooms.ts";
import { linkPrinted } from "../words/en-debate.ts";
import { tablesIn } from "../inputs/tables.ts";
import { httpApp } from "./app.ts";
import { readPageFiles } from "./page-files.ts";

export const USUAL_PORT = 4747;
const PORTS_TRIED = 20;
/** After the first page has had its data. */
const WARM_AFTER_MS = 4000;

export type Serving = { address: string; close: () => Promise<void> };

export type ServeOptions = {
  ledger: Ledger;
  /** The data folder, for what stands there beside the ledger. */
  folder: string;
  pages: string;
  version: string;
  now: () => Date;
  /** Where cases, debates and the data folder are, and who moderates. */
  env: Record<string, string | undefined>;
  /** Tells whoever runs the workbench of a link to sign in with. */
  tell: (text: string) => void;
  /** A port that must be had; null: the usual one or the next free. */
  port: number | null;
};

export async function serve({ ledger, folder, pages, version, now, port, env, tell }: ServeOptions): Promise<Serving> {
  let used = 0;
  const debates = roomsIn({
    env,
    now,
    // The port is our own, whatever the request says: nobody has a link printed that leads to another program.
    tell: (to, path, host) => tell(linkPrinted(to, `http://${host}:${used}${path}`)),
  });
  const app = httpApp(
    { ledger, now, env, tables: tablesIn(join(folder, "tables"), now), log: join(folder, "log"), debates },
    readPageFiles(pages),
    version,
  );
  const listener = getRequestListener(app.fetch);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    (request, response) => {
      void listener(request, response);
    },
  );
  used = await listen(server, port);
  // The matcher of claims reads its weights when it is first asked: done while nobody waits for it.
  const warming = setTimeout(() => debates.warm(), WARM_AFTER_MS);
  warming.unref();
  return {
    address: `http://127.0.0.1:${used}`,
    close: () =>
      new Promise((resolve) => {
        clearTimeout(warming);
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number | null): Promise<number> {
  const first = wanted ?? USUAL_PORT;
  const last = wanted === null ? first + PORTS_TRIED - 1 : first;
  for (let port = first; port <= last; port += 1) {
    if (await tryPort(server, port)) {
      const bound = server.address();
      return typeof bound === "object" && bound !== null ? bound.port : port;
    }
  }
  const tried = last > first ? `the ports ${first} to ${last} are` : `the port ${first} is`;
  throw new SourceError("port-taken", `${tried} taken by another program; give another with --port, or 0 for any`);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(
          new SourceError(
            "port-taken",
            `the port ${port} needs rights that this user lacks; give one above 1023 with --port`,
          ),
        );
      else reject(error);
    };
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", fail);
      resolve(true);
    });
  });
}
