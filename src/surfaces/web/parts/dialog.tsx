// A dialog in the middle of the page; the browser keeps the focus inside and gives it back.

import { useEffect, useRef, type ReactNode } from "react";
import { shell } from "../../words/en-pages.ts";

export function Dialog({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ReactNode;
}): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className="small-dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <button type="button" className="close" onClick={close}>
        {shell.close} <kbd>Esc</kbd>
      </button>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
