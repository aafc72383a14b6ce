// The world that the page is about: the case's own, changed by what the address sets. A slider changes it at once; the
// address follows when the slider rests, so that a drag is one step in the history.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { World } from "../../../../world/world.ts";
import { query } from "../../address.ts";
import { useAddress } from "../../use-address.ts";
import { useCase, type CaseInView } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { settingsIn, settingsText, withSetting, worldSet, type Settings, type SetWorld } from "./settings.ts";

export type Told = Readonly<Record<string, { means: string; assumptions: readonly string[] }>>;
type WorldAnswer = { world: World; told: Told };

export type InHand = {
  inView: CaseInView;
  /** Null until the case's world has come. */
  base: World | null;
  told: Told;
  settings: Settings;
  /** The base, changed. */
  set: SetWorld | null;
  /** Null takes a setting back. */
  change: (changes: Readonly<Record<string, string | null>>) => void;
  /** Writes what was changed into the address now. */
  rest: () => void;
  fault: CaseInView["fault"];
  retry: () => void;
};

const RESTS_AFTER_MS = 400;

export function useWorld(): InHand {
  const inView = useCase();
  const { view, params, set: write } = useAddress();
  const asked = inView.id === null ? null : `/api/cases/${inView.id}/world${query({ asof: view.asof })}`;
  const { data, fault, retry } = useData<WorldAnswer>(asked);
  const inAddress = params.get("set");
  const [draft, setDraft] = useState<Settings | null>(null);
  const [seen, setSeen] = useState(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // Another address, such as one gone back to, is what counts then.
  if (seen !== inAddress) {
    setSeen(inAddress);
    setDraft(null);
  }
  const settings = useMemo(() => draft ?? settingsIn(inAddress), [draft, inAddress]);
  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);
  const rest = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    write({ set: settingsText(latest.current) });
  }, [write]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useCallback<InHand["change"]>(
    (changes) => {
      latest.current = withSetting(latest.current, changes);
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(rest, RESTS_AFTER_MS);
    },
    [rest],
  );
  const base = data?.world ?? null;
  const set = useMemo(() => (base === null ? null : worldSet(base, settings)), [base, settings]);
  return {
    inView,
    base,
    told: data?.told ?? {},
    settings,
    set,
    change,
    rest,
    fault: inView.fault ?? fault,
    retry: inView.fault ? inView.retry : retry,
  };
}
