// A world as it stands in an address: what was changed against the case's own values, "q:0.6,issue.theft.A.T:5".

import { InputError } from "../../../../values/errors.ts";
import { setInWorld } from "../../../../world/set.ts";
import type { World } from "../../../../world/world.ts";

export type Settings = Readonly<Record<string, string>>;

/** An address that sets more than this was not written by the pages. */
const MOST_SETTINGS = 120;

export function settingsIn(text: string | null): Settings {
  const pairs = (text ?? "").split(",").flatMap((pair): [string, string][] => {
    const at = pair.lastIndexOf(":");
    return at < 1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs.slice(0, MOST_SETTINGS));
}

/** In the order of the keys: the same world has one address. Null where nothing is set. */
export function settingsText(settings: Settings): string | null {
  const pairs = Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1));
  return pairs.length === 0 ? null : pairs.map(([key, value]) => `${key}:${value}`).join(",");
}

export function withSetting(settings: Settings, changes: Readonly<Record<string, string | null>>): Settings {
  const entries = Object.entries({ ...settings, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

export type SetWorld = { world: World; ignored: { key: string; because: string }[] };

/** The order of the settings does not matter: two payoffs of an issue may only be in order once both are set. */
export function worldSet(base: World, settings: Settings): SetWorld {
  let world = base;
  let waiting = Object.entries(settings).map(([key, value]) => ({ key, value, because: "" }));
  for (let left = waiting.length + 1; waiting.length < left;) {
    left = waiting.length;
    waiting = waiting.filter((one) => {
      try {
        // A list's items are parted by semicolons, because commas part the settings.
        world = setInWorld(world, one.key, one.value.replaceAll(";", ","));
        return false;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        one.because = error.message;
        return true;
      }
    });
  }
  return { world, ignored: waiting.map(({ key, because }) => ({ key, because })) };
}

/** As a person would type it after `detente … --world CASE`. */
export function asOptions(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => ` --set ${key}=${value.replaceAll(";", ",")}`)
    .join("");
}
