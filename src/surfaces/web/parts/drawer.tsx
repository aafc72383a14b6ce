// What stands behind a number, in a panel beside the page. The browser's own dialog keeps the keyboard inside and
// gives the focus back.

import { useEffect, useRef, type ReactNode } from "react";
import { Link } from "wouter";
import { cited } from "../../../values/references.ts";
import { drawer as words } from "../../words/en-facts.ts";
import { shell } from "../../words/en-pages.ts";
import { factOf } from "../facts/brief-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { TOLD, useToldFact } from "../facts/told-facts.ts";
import { useAddress } from "../use-address.ts";
import { CopyButton } from "./copy-button.tsx";
import { useKnown } from "./known.tsx";

export function Drawer(): ReactNode {
  const { params, set } = useAddress();
  const known = useKnown();
  const key = params.get("show");
  const told = useToldFact(key);
  const fact = key === null || known === null ? null : (told ?? factOf(key, known));
  if (key === null || known === null) return null;
  return <Panel key={key} fact={fact} late={key.startsWith(TOLD)} close={() => closeDrawer(set)} />;
}

function closeDrawer(set: ReturnType<typeof useAddress>["set"]): void {
  const state: unknown = window.history.state;
  if (typeof state === "object" && state !== null && "drawer" in state) window.history.back();
  else set({ show: null }, { replace: true });
}

/** `late`: the number belongs to a part that may still be on its way. */
function Panel({ fact, late, close }: { fact: Fact | null; late: boolean; close: () => void }): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    };
  }, []);
  return (
    // A click on the dialog itself is one beside the panel; the keyboard has Esc, which the browser turns into onCancel.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className="drawer"
      aria-labelledby="drawer-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === ref.current) close();
      }}
    >
      <div className="drawer-panel">
        <button type="button" className="close" onClick={close}>
          {shell.close} <kbd>Esc</kbd>
        </button>
        {fact === null ? <p id="drawer-title">{late ? shell.loading : words.missing}</p> : <FactBody fact={fact} />}
      </div>
    </dialog>
  );
}

function FactBody({ fact }: { fact: Fact }): ReactNode {
  return (
    <>
      <h2 id="drawer-title">{fact.title}</h2>
      {fact.refused === null ? (
        <p className="drawer-value">{fact.value}</p>
      ) : (
        <p className="refusal">
          <strong>{words.refused}.</strong> {fact.refused}
        </p>
      )}
      {fact.interval !== null && <p className="drawer-interval">{fact.interval}</p>}
      {fact.meaning !== "" && <p>{fact.meaning}</p>}
      {fact.list !== null && (
        <p>
          <Link href={fact.list} className="next">
            {words.list} →
          </Link>
        </p>
      )}
      <dl className="facts">
        {fact.exact !== null && (
          <Item name={words.exact}>
            <span className="figures">{fact.exact}</span>
          </Item>
        )}
        {fact.assumptions.length > 0 && (
          <Item name={fact.assumptions.length === 1 ? words.assumption : words.assumptions}>
            <ul>
              {fact.assumptions.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Item>
        )}
        {fact.formula !== "" && <Item name={words.formula}>{fact.formula}</Item>}
        <Item name={words.sources}>
          <ul>
            {fact.sources.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Item>
        <Item name={words.citation}>
          {fact.references.length === 0 ? (
            words.noCitation
          ) : (
            <ul>
              {fact.references.map((key) => (
                <li key={key}>{cited(key)}</li>
              ))}
            </ul>
          )}
        </Item>
        <Item name={words.command}>
          <code className="command">{fact.command}</code>
          <CopyButton text={fact.command} label={words.copy} done={words.copied} />
        </Item>
        {fact.inputs !== null && (
          <Item name={words.inputs}>
            <code className="hash">{fact.inputs}</code>
          </Item>
        )}
      </dl>
    </>
  );
}

function Item({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
