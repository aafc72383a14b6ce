// The queue of doubtful links: one pair at a time, side by side, judged by a key or a button.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Judgement } from "../../../../ledger/change.ts";
import type { Queue } from "../../../inputs/queue.ts";
import { queue as words } from "../../../words/en-review.ts";
import { keeping } from "../../address.ts";
import { forgetAll } from "../../answers.ts";
import { addressOf, Failed, send, type DecisionsAnswer, type Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { keep, kept } from "../../shell/theme.ts";
import { useAddress } from "../../use-address.ts";
import { useCase, type CaseInView } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Judged } from "./judged.tsx";
import { JudgeForm } from "./judge-form.tsx";
import { Pair } from "./pair.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

export function QueuePage(): ReactNode {
  const inView = useCase();
  const { data, fault, late, retry } = useData<Queue>(inView.id === null ? null : addressOf.queue(inView.id));
  const decisions = useData<DecisionsAnswer>(inView.id === null ? null : addressOf.decisions(inView.id));
  const failed = inView.fault ?? fault;
  return (
    <Page title={words.question} inView={inView} busy={late}>
      {failed && <FaultNote fault={failed} retry={inView.fault ? inView.retry : retry} />}
      {!data && !failed && <Waiting question={words.question} />}
      {data && inView.id !== null && (
        <Open queue={data} caseId={inView.id} inView={inView} late={late} judged={decisions.data?.decisions ?? []} />
      )}
    </Page>
  );
}

const NAME = "detente-judge";

type Props = { queue: Queue; caseId: string; inView: CaseInView; late: boolean; judged: DecisionsAnswer["decisions"] };

function Open({ queue, caseId, inView, late, judged }: Props): ReactNode {
  const [at, setAt] = useState(0);
  const [name, setName] = useState(() => kept(NAME) ?? "");
  const [why, setWhy] = useState("");
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const place = Math.min(at, queue.items.length - 1);
  const item = queue.items[place];
  const ready = !busy && !late;
  const post = async (path: string, body: object, told: string): Promise<void> => {
    setBusy(true);
    setFault(null);
    setSaid(words.working);
    try {
      await send(`${addressOf.decisions(caseId)}${path}`, body);
      setSaid(told);
      setWhy("");
      forgetAll();
    } catch (error) {
      setSaid("");
      setFault(error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) });
    }
    setBusy(false);
  };
  const judge = (judgement: Judgement): void => {
    if (!item || !ready) return;
    if (name.trim() === "") {
      setSaid(words.nameMissing);
      document.getElementById("judge-name")?.focus();
      return;
    }
    const because = why.trim() === "" ? words.noReason : why.trim();
    void post(
      "",
      { statement: item.statement, incident: item.incident, judgement, because, by: name.trim() },
      words.recorded(words.judgementNames[judgement] ?? judgement),
    );
  };
  const takeBack = ({ statement, incident }: { statement: string; incident: string }): void => {
    if (ready) void post("/undo", { statement, incident }, words.undone);
  };
  const last = judged.at(-1);
  const step = (by: number): void => setAt(Math.max(0, Math.min(queue.items.length - 1, place + by)));
  useQueueKeys({ judge, next: () => step(1), previous: () => step(-1), undo: () => last && takeBack(last) });
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <p className="queue-progress">
        <progress
          max={Math.max(1, queue.total)}
          value={queue.judged}
          aria-label={words.progress(queue.judged, queue.total)}
        />
        <span className="small">
          {words.progress(queue.judged, queue.total)}
          {item && ` · ${words.place(place + 1, queue.total - queue.judged)}`}
        </span>
      </p>
      {item ? (
        <Pair item={item} inView={inView}>
          <JudgeForm
            name={name}
            why={why}
            said={said}
            disabled={!ready}
            setName={(text) => {
              setName(text);
              keep(NAME, text === "" ? null : text);
            }}
            setWhy={setWhy}
            judge={judge}
            step={step}
            undo={last ? () => takeBack(last) : null}
          />
        </Pair>
      ) : (
        <>
          <Empty />
          <output className="queue-said">{said}</output>
        </>
      )}
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
      <Judged caseId={caseId} decisions={judged} takeBack={takeBack} />
    </>
  );
}

function Empty(): ReactNode {
  const { view } = useAddress();
  return (
    <section className="refusal">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyDo}</p>
      <Link href={keeping("/import", view)}>{words.toImport}</Link>
    </section>
  );
}
