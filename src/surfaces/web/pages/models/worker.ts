// Runs jobs beside the page, one after the other.

import { run, type Job } from "./jobs.ts";

type Sent = { id: number; job: Job };

addEventListener("message", ({ data }: MessageEvent<Sent>) => {
  const started = performance.now();
  const done = run(data.job);
  postMessage({ id: data.id, done, ms: performance.now() - started });
});
