// Gathers STIX objects, each once, with what all of ours have in common: version, times, marking, language.

import { OWN_EXTENSION, ownProperties, stixId } from "../../../sources/stix/own-words.ts";

export type StixObject = { type: string; id: string } & Record<string, unknown>;

/** TLP 2.0 is an extension that older readers refuse; "1" marks with WHITE of the standard itself. */
export type StixOptions = {
  /** When the bundle is written: `modified` of all objects, so that readers take the newer export. */
  written: Date;
  tlp?: "1" | "2";
};

/** The first day of the identifier scheme: objects of one identifier must always name the same creation. */
const CREATED = "2026-01-01T00:00:00.000Z";
const TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

export const stixMediaType = "application/stix+json;version=2.1";

/** Nothing above this can be confused with a field that was left out: STIX knows neither null nor empty lists. */
export function filled(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

export class StixWriter {
  readonly #objects = new Map<string, StixObject>();
  readonly #modified: string;
  readonly #marking: StixObject;
  /** The workbench as a creator: of what is nobody's statement. */
  readonly workbench: string;

  constructor({ written, tlp = "2" }: StixOptions) {
    this.#modified = new Date(Math.max(written.getTime(), Date.parse(CREATED))).toISOString();
    this.#marking = tlp === "2" ? clearMarking : whiteMarking;
    this.workbench = stixId("identity", "detente");
    this.add("identity", "detente", {
      created_by_ref: undefined,
      name: "Détente",
      identity_class: "system",
      description: "The workbench that wrote this bundle. It states nothing itself: each statement names its author.",
    });
    this.#objects.set(this.#marking.id, this.#marking);
    this.#objects.set(OWN_EXTENSION, this.#definition());
  }

  /** Adds an object unless it is there; gives its identifier. */
  add(type: string, key: string, fields: Record<string, unknown>, own?: Record<string, unknown>): string {
    const id = stixId(type, key);
    if (this.#objects.has(id)) return id;
    const extensions = {
      ...(fields["extensions"] as Record<string, unknown> | undefined),
      ...(own ? { [OWN_EXTENSION]: { extension_type: "property-extension", ...filled(own) } } : {}),
    };
    const common = {
      type,
      spec_version: "2.1",
      id,
      created_by_ref: this.workbench,
      created: CREATED,
      modified: this.#modified,
      lang: "en",
      object_marking_refs: [this.#marking.id],
    };
    const object = filled({
      ...common,
      ...fields,
      extensions: Object.keys(extensions).length > 0 ? extensions : undefined,
    });
    this.#objects.set(id, object as StixObject);
    return id;
  }

  relate(
    source: string,
    kind: string,
    target: string,
    key = `${source} ${kind} ${target}`,
    fields: Record<string, unknown> = {},
    own?: Record<string, unknown>,
  ): string {
    return this.add(
      "relationship",
      key,
      { relationship_type: kind, source_ref: source, target_ref: target, ...fields },
      own,
    );
  }

  /** The same object in Chinese, where there is Chinese. */
  inChinese(object: string, fields: Record<string, string | undefined>): void {
    const contents = filled(fields);
    if (Object.keys(contents).length === 0) return;
    this.add("language-content", object, {
      lang: undefined,
      object_ref: object,
      object_modified: this.#modified,
      contents: { zh: contents },
    });
  }

  get(id: string): StixObject | undefined {
    return this.#objects.get(id);
  }

  bundle(key: string): { type: "bundle"; id: string; objects: StixObject[] } {
    return { type: "bundle", id: stixId("bundle", `${key} ${this.#modified}`), objects: [...this.#objects.values()] };
  }

  #definition(): StixObject {
    return {
      type: "extension-definition",
      spec_version: "2.1",
      id: OWN_EXTENSION,
      created_by_ref: this.workbench,
      created: CREATED,
      modified: CREATED,
      name: "Détente statement",
      description:
        "What STIX has no word for in an attribution statement: when it was said, on what it rests, how it is graded and checked, and why it was judged to speak of an incident.",
      schema: Object.entries(ownProperties)
        .map(([name, meaning]) => `${name}: ${meaning}`)
        .join("\n"),
      version: "1.0.0",
      extension_types: ["property-extension"],
      object_marking_refs: [this.#marking.id],
    };
  }
}

const clearMarking: StixObject = {
  type: "marking-definition",
  spec_version: "2.1",
  id: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  created: "2022-10-01T00:00:00.000Z",
  name: "TLP:CLEAR",
  extensions: { [TLP_EXTENSION]: { extension_type: "property-extension", tlp_2_0: "clear" } },
};

const whiteMarking: StixObject = {
  type: "marking-definition",
  spec_version: "2.1",
  id: "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
  created: "2017-01-20T00:00:00.000Z",
  definition_type: "tlp",
  name: "TLP:WHITE",
  definition: { tlp: "white" },
};
