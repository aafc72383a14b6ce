// Sends jobs to a worker and waits for them. A lane does one job at a time: what is asked meanwhile waits, and of each kind
// only the latest. A job that takes too long is stopped.

import { useEffect, useState } from "react";
import type { Done, Job, JobName, Jobs } from "./jobs.ts";

export type Lane = "sets" | "slow" | "files";
const LONGEST_MS: Record<Lane, number> = { sets: 20_000, slow: 30_000, files: 20_000 };

export type Worked<Answer> = {
  answer: Answer | null;
  /** What was wrong with what was sent, or that it took too long. */
  fault: { kind: "input" | "overdue"; because: string } | null;
  /** The answer is to an earlier question. */
  late: boolean;
  /** How long it took beside the page. */
  ms: number | null;
};

type Reply = { done: Done; ms: number } | "overdue";
type Asked = { job: Job; settle: (reply: Reply | null) => void };

class Line {
  private readonly longest: number;
  private worker: Worker | null = null;
  private running: Asked | null = null;
  private readonly waiting = new Map<JobName, Asked>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(longest: number) {
    this.longest = longest;
  }

  ask(job: Job): Promise<Reply | null> {
    return new Promise((settle) => {
      // What waited is no longer wanted.
      this.waiting.get(job.name)?.settle(null);
      this.waiting.set(job.name, { job, settle });
      if (!this.running) this.next();
    });
  }

  private next(): void {
    const [first] = this.waiting.values();
    this.running = first ?? null;
    if (!this.running) return;
    this.waiting.delete(this.running.job.name);
    this.worker ??= this.started();
    this.timer = setTimeout(() => {
      this.worker?.terminate();
      this.worker = null;
      this.finish("overdue");
    }, this.longest);
    // A worker takes no origin: there is no other page to which this could go.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.worker.postMessage({ id: 0, job: this.running.job });
  }

  private started(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<{ done: Done; ms: number }>) => this.finish(data));
    worker.addEventListener("error", () => this.finish("overdue"));
    return worker;
  }

  private finish(reply: Reply): void {
    clearTimeout(this.timer);
    this.running?.settle(reply);
    this.running = null;
    this.next();
  }
}

const lines: Partial<Record<Lane, Line>> = {};

function ask(lane: Lane, job: Job): Promise<Reply | null> {
  lines[lane] ??= new Line(LONGEST_MS[lane]);
  return lines[lane].ask(job);
}

const nothing = { answer: null, fault: null, ms: null };

/** The answer to the latest question; null asks nothing. While a new answer is on its way the last one stays. */
export function useWork<Name extends JobName>(
  lane: Lane,
  name: Name,
  asks: Jobs[Name]["asks"] | null,
): Worked<Jobs[Name]["answers"]> {
  type Answer = Jobs[Name]["answers"];
  const key = asks === null ? null : JSON.stringify(asks);
  const [known, setKnown] = useState<Omit<Worked<Answer>, "late"> & { key: string | null }>({ ...nothing, key: null });
  useEffect(() => {
    if (key === null) return undefined;
    let wanted = true;
    const take = async (): Promise<void> => {
      const reply = await ask(lane, { name, asks: JSON.parse(key) });
      if (!wanted || reply === null) return;
      if (reply === "overdue") setKnown({ ...nothing, fault: { kind: "overdue", because: "" }, key });
      else if (reply.done.ok) setKnown({ answer: reply.done.answer as Answer, fault: null, ms: reply.ms, key });
      else setKnown({ ...nothing, fault: { kind: "input", because: reply.done.because }, key });
    };
    void take();
    return () => {
      wanted = false;
    };
  }, [lane, name, key]);
  if (key === null) return { ...nothing, late: false };
  return { answer: known.answer, fault: known.fault, ms: known.ms, late: known.key !== key };
}
