// The program as a whole: how long a command takes from a cold start, what a server holds when idle.

import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bench, Place } from "./run.ts";

const entry = fileURLToPath(new URL("../detente.mjs", import.meta.url));

export const program: Bench[] = [
  {
    name: "cold brief us-cn --json",
    goal: 1,
    unit: "s",
    measure: (place) => secondsOf(["brief", "us-cn", "--json"], place),
  },
  { name: "--help", goal: 0.15, unit: "s", measure: (place) => secondsOf(["--help"], place) },
  {
    name: "server ready, second start",
    goal: 2,
    unit: "s",
    measure: async (place) => (await served(place)).readySeconds,
  },
  {
    name: "server idle memory",
    goal: 500,
    unit: "MB",
    runs: 3,
    measure: async (place) => (await served(place)).idleMegabytes,
  },
];

export function secondsOf(words: string[], { data }: Place): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [entry, ...words], {
    env: { ...process.env, DETENTE_DATA: data },
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`detente ${words.join(" ")} ended with status ${status}`);
  return (performance.now() - start) / 1000;
}

async function served({ data }: Place): Promise<{ readySeconds: number; idleMegabytes: number }> {
  const { stop, pid, readySeconds } = await startServer(data);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const idleMegabytes =
    Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;
  await stop();
  return { readySeconds, idleMegabytes };
}

export async function startServer(
  data: string,
): Promise<{ address: string; pid: number; readySeconds: number; stop: () => Promise<void> }> {
  const start = performance.now();
  const child = spawn(process.execPath, [entry, "serve", "--port", "0"], {
    env: { ...process.env, DETENTE_DATA: data },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    child.on("close", (status) => {
      reject(new Error(`the server ended with status ${status}`));
    });
  });
  const readySeconds = (performance.now() - start) / 1000;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.on("close", () => {
        resolve();
      });
      child.kill("SIGTERM");
    });
  return { address, pid: child.pid ?? 0, readySeconds, stop };
}
