// An address that names nothing: what it may have meant.

import { useEffect, type ReactNode } from "react";
import { Link } from "wouter";
import { dyad, faults, shell } from "../../words/en-pages.ts";
import { dyadPath, keeping } from "../address.ts";
import { useAddress } from "../use-address.ts";

export function NotFoundPage(): ReactNode {
  const { path, view } = useAddress();
  useEffect(() => {
    document.title = `${faults.notFound} – ${shell.name}`;
  }, []);
  const pages: [string, string][] = [
    [dyadPath(view.read), dyad.nav],
    ["/incidents", shell.incidents],
    ["/sources", shell.sources],
    ["/brief", shell.brief],
  ];
  return (
    <main id="content" className="alone" tabIndex={-1}>
      <h1>{faults.notFound}</h1>
      <p>{faults.notFoundWhat(path)}</p>
      <p>{faults.notFoundDo}</p>
      <ul>
        {pages.map(([href, name]) => (
          <li key={href}>
            <Link href={keeping(href, view)}>{name}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
