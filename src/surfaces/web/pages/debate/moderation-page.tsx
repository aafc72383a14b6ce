// Moderation: the queue for those who decide, the policy and the log for everybody.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { forgetAll } from "../../answers.ts";
import type { Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { isTyping, keysOn } from "../../shell/keys.tsx";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import type { Me, SeenComment } from "./answers.ts";
import { Paragraphs } from "./comment-card.tsx";
import { faultOf, post } from "./post.ts";
import { WhoAmI } from "./sign-in.tsx";

type Part = "queue" | "policy" | "log";
type Item = { debate: string; title: string; comment: SeenComment; appealText: string | null };

export function ModerationPage({ part }: { part: Part }): ReactNode {
  const inView = useCase();
  const { data: me } = useData<Me>("/api/me");
  return (
    <Page title={words.moderation} inView={inView}>
      <h1>{words.moderation}</h1>
      <ul className="debate-parts">
        {(["queue", "policy", "log"] as const).map((one) => (
          <li key={one}>
            <Link
              href={one === "queue" ? "/moderation" : `/moderation/${one}`}
              aria-current={one === part ? "page" : undefined}
            >
              {words[one]}
            </Link>
          </li>
        ))}
      </ul>
      <WhoAmI me={me} changed={forgetAll} />
      {part === "policy" && <Policy />}
      {part === "log" && <Log />}
      {part === "queue" && me && !me.moderator && (
        <section className="refusal">
          <h2>{words.moderatorsOnly}</h2>
          <p>{words.moderatorsDo}</p>
        </section>
      )}
      {part === "queue" && me?.moderator === true && <Queue />}
    </Page>
  );
}

function Queue(): ReactNode {
  const { data, fault, retry } = useData<{ total: number; items: Item[] }>("/api/moderation/queue");
  if (fault) return <FaultNote fault={fault} retry={retry} />;
  if (!data) return <output>{words.loading}</output>;
  return <Deciding items={data.items} total={data.total} />;
}

function Deciding({ items, total }: { items: Item[]; total: number }): ReactNode {
  const [at, setAt] = useState(0);
  const [why, setWhy] = useState("");
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const place = Math.max(0, Math.min(at, items.length - 1));
  const item = items[place];
  const decide = async (approve: boolean): Promise<void> => {
    if (!item) return;
    const field = document.getElementById("decision-because");
    if (why.trim() === "") {
      setSaid(words.becauseMissing);
      field?.focus();
      return;
    }
    const { debate, comment } = item;
    try {
      const code = comment.reasons[0]?.code ?? "person";
      await post(`/api/debates/${encodeURIComponent(debate)}/comments/${encodeURIComponent(comment.id)}/decision`, { approve, code: approve ? "person" : code, because: why }); // prettier-ignore
      setWhy("");
      setSaid(words.decided);
      forgetAll();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  useKeysOf({
    j: () => setAt(Math.min(items.length - 1, place + 1)),
    k: () => setAt(Math.max(0, place - 1)),
    a: () => void decide(true),
    r: () => void decide(false),
    w: () => document.getElementById("decision-because")?.focus(),
  });
  return (
    <>
      <p className="small">{words.queueLead}</p>
      {!item && <p className="refusal">{words.queueEmpty}</p>}
      {item && (
        <article className="debate-claim" aria-label={words.place(place + 1, total)}>
          <p className="small">
            {words.place(place + 1, total)} ·{" "}
            <Link href={`/debate/${item.debate}#${item.comment.id}`}>{item.title}</Link> ·{" "}
            {words.statuses[item.comment.status]}
          </p>
          <h2>{item.comment.author}</h2>
          <Paragraphs text={item.comment.text ?? ""} />
          <ul className="small">
            {item.comment.reasons.map(({ code, because, detail, phase }) => (
              <li key={code + phase}>
                <code>{code}</code> {because} {detail}
              </li>
            ))}
          </ul>
          {item.appealText !== null && (
            <blockquote>
              <p className="small">{words.appealOpen}</p>
              <p>{item.appealText}</p>
            </blockquote>
          )}
          <div className="write-form">
            <label htmlFor="decision-because">{words.because}</label>
            <textarea id="decision-because" rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />
            <p className="actions">
              <button type="button" className="button" aria-keyshortcuts="a" onClick={() => void decide(true)}>
                {words.approve} <kbd>a</kbd>
              </button>
              <button type="button" className="button" aria-keyshortcuts="r" onClick={() => void decide(false)}>
                {words.rejectComment} <kbd>r</kbd>
              </button>
            </p>
          </div>
        </article>
      )}
      <output className="queue-said">{said}</output>
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
    </>
  );
}

/** None acts while a reader writes or a dialog is open. */
function useKeysOf(acts: Record<string, () => void>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]") !== null || !Object.hasOwn(latest.current, event.key)) return;
      event.preventDefault();
      latest.current[event.key]?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

type PolicyAnswer = {
  phases: string[];
  reasons: { code: string; because: string }[];
  rates: Record<string, { most: number; seconds: number }>;
};

function Policy(): ReactNode {
  const { data } = useData<PolicyAnswer>("/api/moderation/policy");
  if (!data) return <output>{words.loading}</output>;
  return (
    <>
      <p>{words.policyLead}</p>
      <h2>{words.policyPhases}</h2>
      <ol>
        {data.phases.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <h2>{words.policyCodes}</h2>
      <dl className="debate-facts">
        {data.reasons.map(({ code, because }) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{because}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.policyRates}</h2>
      <dl className="debate-facts">
        {Object.entries(data.rates).map(([name, { most, seconds }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {most} / {seconds} s
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type LogRow = {
  debate: string;
  comment: string;
  at: string;
  done: string;
  status: keyof typeof words.statuses;
  codes: string[];
  because: string;
};

function Log(): ReactNode {
  const { data } = useData<LogRow[]>("/api/moderation/log");
  if (!data) return <output>{words.loading}</output>;
  if (data.length === 0) return <p className="refusal">{words.logEmpty}</p>;
  return (
    <ul className="debate-list">
      {data.map(({ debate, comment, at, done, status, codes, because }) => (
        <li key={`${comment}${at}${done}`}>
          <span className="small">{at.slice(0, 16).replace("T", " ")}</span>{" "}
          <Link href={`/debate/${debate}#${comment}`}>{comment}</Link>: {done}, {words.statuses[status]}{" "}
          {codes.join(", ")} {because}
        </li>
      ))}
    </ul>
  );
}
