// Who has signed, sealed and cosigned the text, who has not, and since when; and how a signature is taken in.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { AgreementCheck } from "../../../inputs/agreement-check.ts";
import type { SigningShown } from "../../../inputs/signing.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { logPage } from "../../../words/en-log-page.ts";
import { signingSentences } from "../../../words/en-signing.ts";
import { keeping } from "../../address.ts";
import { fileAt } from "../../copy.ts";
import { useAddress } from "../../use-address.ts";
import { useData } from "../../use-data.ts";
import { Choice, Field, useTelling } from "./parts.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

export function Signing({ agreement }: { agreement: AgreementCheck }): ReactNode {
  const { view } = useAddress();
  const { id } = agreement;
  const place = `/api/cases/${agreement.case}/agreements/${id}`;
  const { data } = useData<SigningShown>(`${place}/signing`);
  return (
    <section className="agreement-part" aria-labelledby="signing">
      <h2 id="signing">{words.seal}</h2>
      {data && (
        <>
          <ul className="points">
            {signingSentences(data).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="small hint">
            {words.textHash} <code>{data.hash}</code>
          </p>
        </>
      )}
      <p className="actions">
        <a className="button" href={fileAt(`${place}/text`)} download={`${id}.json`}>
          {words.exportJson}
        </a>
        {data && data.signed.length > 0 && (
          <a className="button" href={fileAt(`${place}/envelope`)} download={`${id}.json.dsse.json`}>
            {words.exportEnvelope}
          </a>
        )}
        <Link href={keeping("/log", view)}>{logPage.nav}</Link>
      </p>
      <details>
        <summary>{words.sealHow}</summary>
        <p className="hint">{words.sealHint}</p>
        <pre>{words.sealDo(id)}</pre>
      </details>
      <InWorkbench>
        <TakeIn agreement={agreement} place={place} />
      </InWorkbench>
    </section>
  );
}

function TakeIn({ agreement, place }: { agreement: AgreementCheck; place: string }): ReactNode {
  const [by, setBy] = useState<string>(agreement.parties[0] ?? "");
  const [key, setKey] = useState("");
  const [envelope, setEnvelope] = useState("");
  const [said, send] = useTelling();
  return (
    <details>
      <summary>{words.takeIn}</summary>
      <div className="small-form">
        <Choice
          label={words.whose}
          value={by}
          change={setBy}
          options={agreement.parties.map((party) => [party, party] as const)}
        />
        <Field label={words.publicKey} value={key} change={setKey} />
        <label className="stacked">
          <span className="small">{words.envelope}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void event.target.files?.[0]?.text().then(setEnvelope)}
          />
        </label>
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={key.trim() === "" || envelope === ""}
            onClick={() => void send(`${place}/signatures`, { by, key, envelope })}
          >
            {words.takeInDo}
          </button>
          <output>{said}</output>
        </p>
      </div>
    </details>
  );
}
