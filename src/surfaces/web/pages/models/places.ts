// Addresses of the models' pages that keep the view and the world.

import { propositions, type VerdictRow } from "../../../../models/verdict.ts";
import type { World } from "../../../../world/world.ts";
import { query, viewEntries, type View } from "../../address.ts";
import { past, settingsFor } from "./axis-settings.ts";
import { settingsText, withSetting, type Settings } from "./settings.ts";

export type Places = {
  settings: Settings;
  model: (name: string, more?: Settings, extra?: Record<string, string | null>) => string;
  page: (path: string, extra?: Record<string, string | null>) => string;
};

export function placesOf(view: View, settings: Settings, pinned: string | null): Places {
  const kept = { ...viewEntries(view), read: view.read };
  const at = (path: string, set: Settings, extra: Record<string, string | null> = {}): string =>
    `${path}${query({ ...kept, set: settingsText(set), pin: pinned, ...extra })}`;
  return {
    settings,
    model: (name, more = {}, extra = {}) => at(`/models/${name.toLowerCase()}`, withSetting(settings, more), extra),
    page: (path, extra = {}) => at(path, settings, extra),
  };
}

/** The model with its sliders where the verdict flips: what would have to be true. */
export function hypothesis({ proposition: id, model, pivotal }: VerdictRow, world: World, places: Places): string {
  const proposition = propositions.find((one) => one.id === id);
  if (!proposition || !pivotal || pivotal.to === null) return places.model(model);
  const to = past(proposition, pivotal.param, pivotal.from, pivotal.to);
  const settings = settingsFor(pivotal.param, to, world);
  const shown = { turns: id };
  return settings
    ? places.model(model, settings, shown)
    : places.model(model, {}, { ...shown, at: `${pivotal.param}:${Number(to.toPrecision(6))}` });
}
