// Writes a comment, a reply, or a comment on a passage.

import { useState, type FormEvent, type ReactNode } from "react";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import type { Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { keep, kept } from "../../shell/theme.ts";
import type { Changed, Opening } from "./answers.ts";
import { faultOf, post } from "./post.ts";

const NAME = "detente-name";

type Props = {
  debate: Opening;
  parent: string | null;
  passage?: { start: number; end: number; quote: string } | null;
  done: () => void;
  cancel?: () => void;
};

export function WriteForm({ debate, parent, passage = null, done, cancel }: Props): ReactNode {
  const [text, setText] = useState("");
  const [name, setName] = useState(() => kept(NAME) ?? "");
  const [relation, setRelation] = useState("");
  const [said, setSaid] = useState("");
  const [made, setMade] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === "" || busy) return;
    setBusy(true);
    setFault(null);
    keep(NAME, name === "" ? null : name);
    try {
      const { comment } = (await post(`/api/debates/${encodeURIComponent(debate.id)}/comments`, {
        text,
        name,
        parent,
        relation: relation === "" ? null : relation,
        passage: passage && { start: passage.start, end: passage.end },
      })) as Changed;
      setText("");
      setMade(comment.id);
      const shown = comment.status === "NONE" || comment.status === "APPROVED";
      setSaid(shown ? words.sent : `${words.sentHeld} ${comment.reasons.map(({ because }) => because).join(" ")}`);
      done();
    } catch (error) {
      setFault(faultOf(error));
    }
    setBusy(false);
  };
  return (
    <form className="write-form" onSubmit={(event) => void send(event)}>
      {passage && <p className="small">{words.passage(passage.quote)}</p>}
      <label>
        {words.writeText}
        <textarea rows={5} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="write-row">
        <label>
          {words.writeName}
          <input value={name} maxLength={100} autoComplete="name" onChange={(event) => setName(event.target.value)} />
        </label>
        {parent !== null && (
          <label>
            {words.relation}
            <select value={relation} onChange={(event) => setRelation(event.target.value)}>
              <option value="">{words.relationNone}</option>
              {Object.entries(words.relations).map(([value, told]) => (
                <option key={value} value={value}>
                  {told}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p className="actions">
        <button type="submit" className="button" disabled={busy}>
          {words.send}
        </button>
        {cancel && (
          <button type="button" className="plain" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </p>
      <output className="queue-said">
        {said} {made !== null && said !== "" && <a href={`#${made}`}>{words.seeIt}</a>}
      </output>
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
    </form>
  );
}
