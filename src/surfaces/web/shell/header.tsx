// The head of every page: where one is, where one can go, the search.

import { useState, type FormEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { methods, shell } from "../../words/en-pages.ts";
import { register } from "../../words/en-agreements-page.ts";
import { logPage } from "../../words/en-log-page.ts";
import { setting } from "../../words/en-table.ts";
import { actors, importing, queue } from "../../words/en-review.ts";
import { debateNav } from "../../words/en-debate.ts";
import { dyadPath, keeping, type View } from "../address.ts";
import { useAddress } from "../use-address.ts";
import { applyTheme, nextTheme, theme } from "./theme.ts";

export function Header({ title, openKeys }: { title: string; openKeys: () => void }): ReactNode {
  const { path, view } = useAddress();
  return (
    <header className="head">
      <div className="head-inner">
        <Link href={keeping(dyadPath(view.read), view)} className="wordmark">
          {shell.name}
        </Link>
        <nav aria-label={shell.navigation}>
          {pagesOf(title, view).map((pages) => (
            <ul key={pages[0]?.href}>
              {pages.map(({ name, href, at }) => (
                <li key={name}>
                  <Link
                    href={href}
                    aria-current={
                      (at === "/i" ? /^\/i(ncidents)?(\/|$)/.test(path) : path.startsWith(at)) ? "page" : undefined
                    }
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <Search />
        <div className="head-tools">
          <ThemeSwitch />
          <button type="button" className="plain" onClick={openKeys} aria-haspopup="dialog" aria-keyshortcuts="?">
            {shell.keys} <kbd>?</kbd>
          </button>
        </div>
      </div>
    </header>
  );
}

type NavPage = { name: string; href: string; at: string };

/** First what the workbench answers, then what the answers are made of. */
function pagesOf(title: string, view: View): NavPage[][] {
  const page = (name: string, at: string): NavPage => ({ name, href: keeping(at, view), at });
  return [
    [
      { name: title, href: keeping(dyadPath(view.read), view), at: "/d/" },
      { name: shell.incidents, href: keeping("/incidents", view), at: "/i" },
      page(shell.models, "/models"),
      page(register.nav, "/agreements"),
      page(debateNav, "/debate"),
      page(shell.brief, "/brief"),
    ],
    [
      page(shell.sources, "/sources"),
      page(actors.nav, "/actors"),
      page(queue.nav, "/queue"),
      page(importing.nav, "/import"),
      page(setting.nav, "/table"),
      page(logPage.nav, "/log"),
      page(methods.nav, "/methods"),
    ],
  ];
}

function Search(): ReactNode {
  const { path, view, go } = useAddress();
  const [text, setText] = useState("");
  // The list of incidents has its own field, which answers with each letter.
  if (path === "/incidents") return null;
  const search = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") go(keeping("/incidents", view, { q: text.trim() }));
  };
  return (
    <search className="head-search">
      <form onSubmit={search}>
        <label className="unseen" htmlFor="search">
          {shell.search}
        </label>
        <input
          id="search"
          type="search"
          placeholder={shell.searchShort}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-keyshortcuts="/"
          autoComplete="off"
        />
      </form>
    </search>
  );
}

function ThemeSwitch(): ReactNode {
  const [now, setNow] = useState(theme);
  const name = shell.themes[now] ?? now;
  return (
    <button
      type="button"
      className="plain"
      aria-label={shell.themeNow(name)}
      title={shell.themeNow(name)}
      onClick={() => {
        const chosen = nextTheme(now);
        applyTheme(chosen);
        setNow(chosen);
      }}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={`theme-icon theme-${now}`}>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" />
        {now !== "light" && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />}
        {now === "dark" && <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />}
      </svg>
    </button>
  );
}
