// Which page an address shows.

import {
  Component,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from "react";
import { Redirect, Route, Switch } from "wouter";
import { dyad as dyadWords, faults, shell } from "../words/en-pages.ts";
import { published } from "../words/en-published.ts";
import { homeDyad } from "./address.ts";
import { copy, fileAt } from "./copy.ts";
import { BriefPage } from "./pages/brief/brief-page.tsx";
import { DyadPage } from "./pages/dyad/dyad-page.tsx";
import { IncidentPage } from "./pages/incident/incident-page.tsx";
import { IncidentsPage } from "./pages/incidents/incidents-page.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { WorkbenchOnly } from "./parts/workbench-only.tsx";
import { SourcesPage } from "./pages/sources-page.tsx";
import { Header } from "./shell/header.tsx";
import { KeysDialog, useKeys } from "./shell/keys.tsx";
import { useAddress } from "./use-address.ts";

/** Pages that few open first: fetched when they are asked for. */
const ActorPage = lazy(async () => ({ default: (await import("./pages/actor/actor-page.tsx")).ActorPage }));
const ActorsPage = lazy(async () => ({ default: (await import("./pages/actor/actors-page.tsx")).ActorsPage }));
const ImportPage = lazy(async () => ({ default: (await import("./pages/import/import-page.tsx")).ImportPage }));
const MethodsPage = lazy(async () => ({ default: (await import("./pages/methods-page.tsx")).MethodsPage }));
const MethodPage = lazy(async () => ({ default: (await import("./pages/methods-page.tsx")).MethodPage }));
const ModelsPage = lazy(async () => ({ default: (await import("./pages/models/models-page.tsx")).ModelsPage }));
const ModelPage = lazy(async () => ({ default: (await import("./pages/models/model-page.tsx")).ModelPage }));
const GamePage = lazy(async () => ({ default: (await import("./pages/models/game-page.tsx")).GamePage }));
const CheckPage = lazy(async () => ({ default: (await import("./pages/models/check-page.tsx")).CheckPage }));
const AgreementPage = lazy(async () => ({
  default: (await import("./pages/agreements/agreement-page.tsx")).AgreementPage,
}));
const AgreementsPage = lazy(async () => ({
  default: (await import("./pages/agreements/agreements-page.tsx")).AgreementsPage,
}));
const LinesPage = lazy(async () => ({ default: (await import("./pages/lines/lines-page.tsx")).LinesPage }));
const LogPage = lazy(async () => ({ default: (await import("./pages/log/log-page.tsx")).LogPage }));
const TablePage = lazy(async () => ({ default: (await import("./pages/table/table-page.tsx")).TablePage }));
const DebatesPage = lazy(async () => ({ default: (await import("./pages/debate/debates-page.tsx")).DebatesPage }));
const DebatePage = lazy(async () => ({ default: (await import("./pages/debate/debate-page.tsx")).DebatePage }));
const SignInPage = lazy(async () => ({ default: (await import("./pages/debate/sign-in.tsx")).SignInPage }));
const ModerationPage = lazy(async () => ({
  default: (await import("./pages/debate/moderation-page.tsx")).ModerationPage,
}));
const QueuePage = lazy(async () => ({ default: (await import("./pages/queue/queue-page.tsx")).QueuePage }));

export function App(): ReactNode {
  const [keysOpen, setKeysOpen] = useState(false);
  const toggleKeys = useCallback(() => setKeysOpen((open) => !open), []);
  useKeys(toggleKeys);
  useMoves();
  return (
    <>
      <a className="skip" href="#content" onClick={skipToContent}>
        {shell.skip}
      </a>
      <Header title={dyadWords.nav} openKeys={toggleKeys} />
      <Guard>
        <Suspense fallback={<main id="content" className="alone" aria-busy="true" />}>
          <Switch>
            <Route path="/">
              <Redirect to={`/d/${homeDyad}`} replace />
            </Route>
            {copy !== null && workbenchPages.map((path) => <Route key={path} path={path} component={InWorkbench} />)}
            <Route path="/d/:dyad">{({ dyad }) => <DyadPage dyad={dyad} />}</Route>
            <Route path="/incidents">
              <IncidentsPage />
            </Route>
            <Route path="/i/:id">{({ id }) => <IncidentPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/import">
              <ImportPage />
            </Route>
            <Route path="/queue">
              <QueuePage />
            </Route>
            <Route path="/actors">
              <ActorsPage />
            </Route>
            <Route path="/actors/:name">{({ name }) => <ActorPage key={name} name={decodeURIComponent(name)} />}</Route>
            <Route path="/sources">
              <SourcesPage />
            </Route>
            <Route path="/methods">
              <MethodsPage />
            </Route>
            <Route path="/methods/:shelf/:name">
              {({ shelf, name }) => <MethodPage key={`${shelf}/${name}`} shelf={shelf} name={name} />}
            </Route>
            <Route path="/models">
              <ModelsPage />
            </Route>
            <Route path="/models/game">
              <GamePage />
            </Route>
            <Route path="/models/:name">
              {({ name }) => <ModelPage key={name.toLowerCase()} name={decodeURIComponent(name)} />}
            </Route>
            <Route path="/check">
              <CheckPage />
            </Route>
            <Route path="/agreements">
              <AgreementsPage />
            </Route>
            <Route path="/a/:id">{({ id }) => <AgreementPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/lines">
              <LinesPage />
            </Route>
            <Route path="/table">
              <TablePage id={null} />
            </Route>
            <Route path="/table/:id">{({ id }) => <TablePage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/log">
              <LogPage />
            </Route>
            <Route path="/debate">
              <DebatesPage />
            </Route>
            <Route path="/debate/sign-in">
              <SignInPage />
            </Route>
            <Route path="/debate/:id">{({ id }) => <DebatePage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/moderation">
              <ModerationPage part="queue" />
            </Route>
            <Route path="/moderation/policy">
              <ModerationPage part="policy" />
            </Route>
            <Route path="/moderation/log">
              <ModerationPage part="log" />
            </Route>
            <Route path="/brief">
              <BriefPage />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </Guard>
      <footer className="page-foot">
        <p>{shell.footer}</p>
        {copy === null && (
          <p>
            {published.feeds}: <a href="/feeds/ledger.atom">{published.feedOf.ledger}</a> ·{" "}
            <a href="/feeds/debate.atom">{published.feedOf.debate}</a> · <a href="/embed">{published.embeds}</a>
          </p>
        )}
      </footer>
      {keysOpen && <KeysDialog close={toggleKeys} />}
    </>
  );
}

/** What a published copy cannot do. */
const workbenchPages = ["/import", "/queue", "/table", "/table/:id", "/debate/sign-in", "/moderation"];

function InWorkbench(): ReactNode {
  return (
    <main id="content" className="alone" tabIndex={-1}>
      <WorkbenchOnly level={1} />
    </main>
  );
}

/** Without a step in the history: going back from a drawer would otherwise land on the fragment, not on its number. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

/** After a move to another page the reader starts at its top, with the keyboard and with the eyes. */
function useMoves(): void {
  const { path } = useAddress();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo(0, 0);
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [path]);
}

/** A fault in one page leaves the head standing, and says what to do. */
class Guard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state: { failed: boolean } = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main id="content" className="alone fault">
        <h1>{faults.drawing}</h1>
        <p>{faults.drawingDo}</p>
        <p>
          <a href={fileAt("/brief.html")}>{faults.plainBrief}</a>
        </p>
      </main>
    );
  }
}
