// Signing in: by a link, whose secret stands behind the # and is taken out of the address at once; by a passkey; or by a
// provider, which sends the reader back here with a code.

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { forgetAll } from "../../answers.ts";
import { Failed, type Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import type { Me, Ways } from "./answers.ts";
import { makePasskey, signWithPasskey } from "./passkey.ts";
import { faultOf, post } from "./post.ts";

/** What the address brings along, taken out of it: nobody finds it in the history. */
function broughtAlong(): { path: string; body: object } | "refused" | null {
  const { hash, search, pathname } = window.location;
  const query = new URLSearchParams(search);
  if (hash.length <= 1 && !query.has("state")) return null;
  window.history.replaceState(null, "", pathname);
  if (hash.length > 1) return { path: "/api/sign-in/confirm", body: { token: hash.slice(1) } };
  const [code, state] = [query.get("code"), query.get("state")];
  if (code === null || state === null) return "refused";
  return { path: "/api/sign-in/provider", body: { code, state, issuer: query.get("iss") } };
}

export function SignInPage(): ReactNode {
  const inView = useCase();
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const [done, setDone] = useState(0);
  // Who somebody is, is asked only after what the address brought has been used.
  const [waiting, setWaiting] = useState(() => window.location.hash.length > 1 || window.location.search !== "");
  const begun = useRef(false);
  const attempt = async (work: () => Promise<unknown>, then: string): Promise<void> => {
    setFault(null);
    try {
      await work();
      forgetAll();
      setSaid(then);
      setDone((count) => count + 1);
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const confirm = async (): Promise<void> => {
      const brought = broughtAlong();
      try {
        if (!brought) return;
        if (brought === "refused") throw new Failed({ kind: "input", detail: words.providerRefused });
        await post(brought.path, brought.body);
        forgetAll();
        setSaid(words.signedIn);
        setDone((count) => count + 1);
      } catch (error) {
        setFault(faultOf(error));
      } finally {
        setWaiting(false);
      }
    };
    void confirm();
  }, []);
  return (
    <Page title={words.signIn} inView={inView}>
      <h1>{words.signIn}</h1>
      <p className="lead">{words.signInLead}</p>
      <output className="queue-said">{said}</output>
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
      {waiting ? <output>{words.signingIn}</output> : <SignInWays key={done} attempt={attempt} />}
      <p>
        <Link href="/debate">{words.backToDebates}</Link>
      </p>
    </Page>
  );
}

type Attempt = (work: () => Promise<unknown>, then: string) => Promise<void>;

function SignInWays({ attempt }: { attempt: Attempt }): ReactNode {
  const me = useData<Me>("/api/me");
  const ways = useData<Ways>("/api/sign-in/ways");
  if (!me.data || !ways.data) return null;
  const { passkey, provider, passkeys } = ways.data;
  const signedIn = me.data.signedIn;
  return (
    <>
      {!signedIn && (
        <section>
          <h2>{words.bySecret}</h2>
          <p className="small">{words.linkLead}</p>
          <AskLink />
        </section>
      )}
      <section>
        <h2>{words.byPasskey}</h2>
        <p className="small">
          {passkey ? words.passkeyLead : words.passkeyHost} {passkeys > 0 && words.passkeysHad(passkeys)}
        </p>
        {passkey && (
          <p className="actions">
            {signedIn ? (
              <button type="button" className="button" onClick={() => void attempt(makePasskey, words.passkeyAdded)}>
                {words.addPasskey}
              </button>
            ) : (
              <button type="button" className="button" onClick={() => void attempt(signWithPasskey, words.signedIn)}>
                {words.withPasskey}
              </button>
            )}
          </p>
        )}
      </section>
      {!signedIn && provider !== null && <ByProvider name={provider} attempt={attempt} />}
    </>
  );
}

function ByProvider({ name, attempt }: { name: string; attempt: Attempt }): ReactNode {
  const go = async (): Promise<void> => {
    const { to } = (await post("/api/sign-in/provider/ask", {})) as { to: string };
    window.location.assign(to);
  };
  return (
    <section>
      <h2>{words.byProvider(name)}</h2>
      <p className="small">{words.providerLead}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void attempt(go, "")}>
          {words.goToProvider(name)}
        </button>
      </p>
    </section>
  );
}

function AskLink(): ReactNode {
  const [address, setAddress] = useState("");
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFault(null);
    try {
      await post("/api/sign-in", { address });
      setSaid(words.linkPrinted);
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <form className="write-form" onSubmit={(event) => void ask(event)}>
      <label>
        {words.address}
        <input type="email" value={address} autoComplete="email" onChange={(event) => setAddress(event.target.value)} />
      </label>
      <p className="actions">
        <button type="submit" className="button">
          {words.askForLink}
        </button>
      </p>
      <output>{said}</output>
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
    </form>
  );
}

export function WhoAmI({ me, changed }: { me: Me | null; changed: () => void }): ReactNode {
  const out = async (): Promise<void> => {
    await post("/api/sign-out", {}).catch(() => undefined);
    forgetAll();
    changed();
  };
  if (me?.signedIn !== true)
    return (
      <p className="small">
        <Link href="/debate/sign-in">{words.signIn}</Link>. {words.voteSignIn}
      </p>
    );
  return (
    <p className="small">
      {words.signedInAs(me.address ?? "")}{" "}
      <button type="button" className="plain" onClick={() => void out()}>
        {words.signOut}
      </button>
    </p>
  );
}
