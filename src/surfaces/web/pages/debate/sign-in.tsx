// Signing in: ask for a link, or use the one that was asked for. Its secret stands behind the # and is taken out of the
// address at once.

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { forgetAll } from "../../answers.ts";
import type { Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import type { Me } from "./answers.ts";
import { faultOf, post } from "./post.ts";

export function SignInPage(): ReactNode {
  const inView = useCase();
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    const token = window.location.hash.slice(1);
    if (token === "" || begun.current) return;
    begun.current = true;
    window.history.replaceState(null, "", window.location.pathname);
    const confirm = async (): Promise<void> => {
      try {
        await post("/api/sign-in/confirm", { token });
        forgetAll();
        setSaid(words.signedIn);
      } catch (error) {
        setFault(faultOf(error));
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
      {said === "" && <AskLink />}
      <p>
        <Link href="/debate">{words.backToDebates}</Link>
      </p>
    </Page>
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
          {words.signIn}
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
