// A comment with its claims, its votes, and what may be done with it.

import { useState, type CSSProperties, type ReactNode } from "react";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import type { Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import type { Me, Opening, SeenComment } from "./answers.ts";
import { faultOf, post } from "./post.ts";
import { WriteForm } from "./write-form.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

type Props = {
  comment: SeenComment;
  debate: Opening;
  me: Me | null;
  changed: () => void;
  authors: ReadonlyMap<string, string>;
};
type Open = "reply" | "edit" | "appeal" | null;

/** Deeper replies stay at this depth's edge: on a phone a line must keep its words. */
const DEEPEST_EDGE = 5;

export function CommentCard({ comment, debate, me, changed, authors }: Props): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const { id, author, depth, at, text, relation, parent, status, reasons, versions } = comment;
  const address = `/api/debates/${encodeURIComponent(debate.id)}/comments/${encodeURIComponent(id)}`;
  const act = async (path: string, body: object): Promise<void> => {
    setFault(null);
    try {
      await post(`${address}/${path}`, body);
      setOpen(null);
      changed();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  const answered = parent === null ? null : (authors.get(parent) ?? null);
  const edge = { "--depth": Math.min(depth - 1, DEEPEST_EDGE) } as CSSProperties;
  return (
    <article id={id} aria-label={author} className="comment" style={edge} tabIndex={-1}>
      <p className="comment-head">
        <strong>{author}</strong>{" "}
        <span className="small">
          {[
            at === null ? null : at.slice(0, 10),
            relation === null
              ? answered && depth > DEEPEST_EDGE + 1
                ? words.replyTo(answered)
                : null
              : `${words.relations[relation]}${answered ? ` ${answered}` : ""}`,
            ...comment.flags,
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </p>
      {text === null ? (
        <div className="refusal">
          <p>{words.held}.</p>
          <Reasons reasons={reasons} />
        </div>
      ) : (
        <Paragraphs text={text} />
      )}
      {text !== null && (status !== "NONE" || (comment.own && reasons.length > 0)) && (
        <div className="small comment-status">
          <p>{words.statuses[status]}</p>
          <Reasons reasons={reasons} />
        </div>
      )}
      {versions.length > 1 && (
        <details className="small">
          <summary>{words.versions(versions.length)}</summary>
          {versions.map((one) => (
            <p key={one.at}>
              {one.at.slice(0, 16).replace("T", " ")}: {one.text}
            </p>
          ))}
        </details>
      )}
      {text !== null && <Claims comment={comment} me={me} act={act} />}
      <div className="comment-tools">
        {text !== null && <Votes comment={comment} me={me} act={act} />}
        <InWorkbench>
          <button
            type="button"
            className="plain"
            aria-expanded={open === "reply"}
            onClick={() => setOpen(open === "reply" ? null : "reply")}
          >
            {words.reply}
          </button>
        </InWorkbench>
        {comment.own && status !== "REJECTED" && (
          <button type="button" className="plain" onClick={() => setOpen(open === "edit" ? null : "edit")}>
            {words.edit}
          </button>
        )}
        {comment.own && status !== "NONE" && status !== "APPROVED" && comment.appeal === "none" && (
          <button type="button" className="plain" onClick={() => setOpen(open === "appeal" ? null : "appeal")}>
            {words.appeal}
          </button>
        )}
      </div>
      {open === "reply" && <WriteForm debate={debate} parent={id} done={changed} cancel={() => setOpen(null)} />}
      {open === "edit" && (
        <OneField
          name={words.writeText}
          value={text ?? ""}
          send={(value) => void act("edit", { text: value })}
          cancel={() => setOpen(null)}
        />
      )}
      {open === "appeal" && (
        <OneField
          name={words.appealWhy}
          value=""
          send={(value) => void act("appeal", { because: value })}
          cancel={() => setOpen(null)}
        />
      )}
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
    </article>
  );
}

function Reasons({ reasons }: Pick<SeenComment, "reasons">): ReactNode {
  return (
    <ul className="small">
      {reasons.map(({ code, because }) => (
        <li key={code}>
          {because} <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

export function Paragraphs({ text }: { text: string }): ReactNode {
  let from = 0;
  const parts = text.split("\n\n").map((words0) => {
    const part = { at: from, words: words0 };
    from += words0.length + 2;
    return part;
  });
  return parts.map((part) => <p key={part.at}>{part.words}</p>);
}

type Acting = { comment: SeenComment; me: Me | null; act: (path: string, body: object) => Promise<void> };

function Claims({ comment: { claims }, me, act }: Acting): ReactNode {
  if (claims.length === 0) return <p className="small comment-claims">→ {words.noClaim}</p>;
  return (
    <ul className="comment-claims small">
      {claims.map(({ id, claim, score, confirmed }) => (
        <li key={id}>
          → {confirmed === false ? <s>{claim}</s> : <a href={`#claim-${id}`}>{claim}</a>}{" "}
          <span>({confirmed === null ? words.suggested(score) : confirmed ? words.confirmed : words.rejected})</span>
          {me?.signedIn === true && (
            <>
              {confirmed !== true && (
                <button
                  type="button"
                  className="plain"
                  onClick={() => void act("claim", { claim: id, confirmed: true })}
                >
                  {words.confirm}
                </button>
              )}
              {confirmed !== false && (
                <button
                  type="button"
                  className="plain"
                  onClick={() => void act("claim", { claim: id, confirmed: false })}
                >
                  {words.reject}
                </button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Votes({ comment: { votes, author }, me, act }: Acting): ReactNode {
  const rows = [
    { name: words.agree, count: votes.agree, vote: 1 },
    { name: words.disagree, count: votes.disagree, vote: -1 },
    { name: words.pass, count: votes.pass, vote: 0 },
  ];
  return (
    <fieldset className="comment-votes" aria-label={`${words.agree}, ${words.disagree}, ${words.pass}: ${author}`}>
      {rows.map(({ name, count, vote }) => (
        <button
          key={name}
          type="button"
          className="plain"
          aria-pressed={votes.own === vote}
          disabled={me?.signedIn !== true}
          title={me?.signedIn === true ? undefined : words.voteSignIn}
          onClick={() => void act("vote", { vote: votes.own === vote ? null : vote })}
        >
          {name} {count}
        </button>
      ))}
    </fieldset>
  );
}

function OneField({
  name,
  value,
  send,
  cancel,
}: {
  name: string;
  value: string;
  send: (value: string) => void;
  cancel: () => void;
}): ReactNode {
  const [text, setText] = useState(value);
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") send(text);
      }}
    >
      <label>
        {name}
        <textarea rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="actions">
        <button type="submit" className="button">
          {words.send}
        </button>
        <button type="button" className="plain" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
