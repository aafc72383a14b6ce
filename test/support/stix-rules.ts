// What STIX 2.1 says that an object MUST be, for the types that we write (stix21 §2, §3, §4, §5, §7). For tests only.

type Fields = Record<string, unknown>;

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const ID = new RegExp(`^[a-z][a-z0-9]*(-[a-z0-9]+)*--${UUID}$`);
const TYPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAME = /^([a-z][a-z0-9_]{2,249}|id)$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const required: Record<string, string[]> = {
  identity: ["name"],
  incident: ["name"],
  campaign: ["name"],
  "threat-actor": ["name"],
  "intrusion-set": ["name"],
  relationship: ["relationship_type", "source_ref", "target_ref"],
  report: ["name", "published", "object_refs"],
  note: ["content", "object_refs"],
  opinion: ["opinion", "object_refs"],
  grouping: ["context", "object_refs"],
  location: [],
  event: ["status"],
  "language-content": ["object_ref", "contents"],
  "extension-definition": ["name", "schema", "version", "extension_types", "created_by_ref"],
  "marking-definition": [],
};

function text(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Types of which a verdict is given. */
export const ruledTypes: string[] = Object.keys(required);

const enums: Record<string, string[]> = {
  opinion: ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"],
  status: ["not-occurred", "occurred", "ongoing", "pending", "undetermined"],
  determination: ["suspected", "confirmed", "blocked", "failed-attempt", "false-positive"],
  fidelity: ["year", "month", "day", "hour", "minute", "second"],
};

const tlp1: Record<string, string> = {
  white: "613f2e26-407d-48c7-9eca-b8e91df99dc9",
  green: "34098fce-860f-48ae-8e50-ebd3cc5e41da",
  amber: "f88d31f6-486f-44da-b317-01333bde0b82",
  red: "5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
};

/** Every rule that an object breaks. */
export function broken(object: Fields): string[] {
  const { type, id } = object;
  if (typeof type !== "string" || !TYPE.test(type) || type.length > 250) return ["type"];
  if (typeof id !== "string" || !ID.test(id) || !id.startsWith(`${type}--`)) return ["id"];
  if (type === "bundle") {
    const objects = object["objects"];
    return Array.isArray(objects) ? objects.flatMap((one: Fields) => broken(one)) : [];
  }
  return [...common(object), ...ofType(object)];
}

function common(object: Fields): string[] {
  const faults: string[] = [];
  const versioned = object["type"] !== "marking-definition";
  for (const name of ["created", ...(versioned ? ["modified"] : [])])
    if (object[name] === undefined) faults.push(`${name} is missing`);
  for (const name of required[object["type"] as string] ?? [])
    if (object[name] === undefined) faults.push(`${name} is missing`);
  for (const [name, value] of Object.entries(object)) {
    if (!NAME.test(name)) faults.push(`${name} is no name`);
    if (name.endsWith("_ref") && !(typeof value === "string" && ID.test(value))) faults.push(name);
    if (name.endsWith("_refs") && !(value as unknown[]).every((one) => typeof one === "string" && ID.test(one)))
      faults.push(name);
    if (
      ["created", "modified", "published", "start_time", "end_time", "stop_time", "first_seen", "last_seen"].includes(
        name,
      )
    )
      faults.push(...time(name, value));
    if (["severity", "action", "username", "phone_numbers"].includes(name)) faults.push(`${name} is reserved`);
  }
  if (text(object["modified"]) < text(object["created"]) && versioned) faults.push("modified before created");
  if (hasEmpty(object)) faults.push("an empty list, record or null");
  const confidence = object["confidence"];
  if (
    confidence !== undefined &&
    !(Number.isInteger(confidence) && Number(confidence) >= 0 && Number(confidence) <= 100)
  )
    faults.push("confidence");
  return [...faults, ...references(object), ...extensions(object)];
}

function time(name: string, value: unknown): string[] {
  const written = text(value);
  const exact = name === "created" || name === "modified" ? /\.\d{3,6}Z$/.test(written) : true;
  const parsed = new Date(written);
  const real =
    TIME.test(written) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === written.slice(0, 10);
  return exact && real ? [] : [`${name} ${written}`];
}

function hasEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object") return false;
  const members = Object.values(value);
  return members.length === 0 || members.some(hasEmpty);
}

function references(object: Fields): string[] {
  return ((object["external_references"] ?? []) as Fields[]).flatMap(
    ({ source_name: source, external_id: number, url, description }) => {
      const given = typeof source === "string" && (number ?? url ?? description) !== undefined;
      const cve = source !== "cve" || /^CVE-\d{4}-\d{4,}$/.test(text(number));
      const capec = source !== "capec" || /^CAPEC-\d+$/.test(text(number));
      return given && cve && capec ? [] : ["external_references"];
    },
  );
}

function extensions(object: Fields): string[] {
  return Object.entries((object["extensions"] ?? {}) as Record<string, Fields>).flatMap(
    ([key, { extension_type: kind }]) => {
      const known = new RegExp(`^extension-definition--${UUID}$`).test(key) || key.endsWith("-ext");
      const typed =
        kind === undefined ||
        ["new-sdo", "new-sco", "new-sro", "property-extension", "toplevel-property-extension"].includes(text(kind));
      return known && typed ? [] : [`extensions ${key}`];
    },
  );
}

function ofType(object: Fields): string[] {
  const type = object["type"] as string;
  if (type === "relationship") return relationship(object);
  if (type === "opinion") return enums["opinion"]!.includes(text(object["opinion"])) ? [] : ["opinion"];
  if (type === "location") return (object["country"] ?? object["region"] ?? object["latitude"]) ? [] : ["no place"];
  if (type === "marking-definition") return marking(object);
  if (type === "extension-definition") return definition(object);
  if (type === "incident") return incidentCore(object);
  if (type === "event") return event(object);
  if (type === "language-content") {
    return Object.keys(object["contents"] as Fields).filter((key) => !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(key));
  }
  const [first, last] = [object["first_seen"], object["last_seen"]];
  return first !== undefined && last !== undefined && text(last) < text(first) ? ["last_seen"] : [];
}

function relationship(object: Fields): string[] {
  const faults = ["source_ref", "target_ref"].filter((name) =>
    /^(bundle|marking-definition|sighting|relationship|language-content|extension-definition)--/.test(
      text(object[name]),
    ),
  );
  const [start, stop] = [object["start_time"], object["stop_time"]];
  return start !== undefined && stop !== undefined && text(stop) <= text(start) ? [...faults, "stop_time"] : faults;
}

function marking(object: Fields): string[] {
  const { id, definition_type: kind, definition } = object;
  if (kind === undefined) return object["extensions"] === undefined ? ["no definition"] : [];
  if (definition === undefined) return ["definition"];
  if (kind !== "tlp") return [];
  const colour = text((definition as Fields)["tlp"]);
  return id === `marking-definition--${tlp1[colour]}` &&
    object["object_marking_refs"] === undefined &&
    object["granular_markings"] === undefined
    ? []
    : ["tlp"];
}

/** `extension_properties` names properties at the top level, which only one kind of extension adds. */
function definition(object: Fields): string[] {
  const topLevel = (object["extension_types"] as unknown[]).includes("toplevel-property-extension");
  const faults = object["extension_properties"] !== undefined && !topLevel ? ["extension_properties"] : [];
  return /^\d+\.\d+\.\d+$/.test(text(object["version"])) ? faults : [...faults, "version"];
}

/** Of the Incident Core extension, a draft: what it requires. */
function incidentCore(object: Fields): string[] {
  const core = (object["extensions"] as Record<string, Fields> | undefined)?.[
    "extension-definition--ef765651-680c-498d-9894-99799f2fa126"
  ];
  if (!core) return [];
  return enums["determination"]!.includes(text(core["determination"])) && core["investigation_status"] !== undefined
    ? []
    : ["determination"];
}

function event(object: Fields): string[] {
  const faults = enums["status"]!.includes(text(object["status"])) ? [] : ["status"];
  for (const name of ["start_time_fidelity", "end_time_fidelity"]) {
    if (object[name] !== undefined && !enums["fidelity"]!.includes(text(object[name]))) faults.push(name);
  }
  return text(object["end_time"] ?? "9999") < text(object["start_time"]) ? [...faults, "end_time"] : faults;
}

/** References of a bundle's objects that lead to no object of it. */
export function dangling({ objects }: { objects: readonly Fields[] }): string[] {
  const ids = new Set(objects.map(({ id }) => id));
  return objects.flatMap((object) =>
    Object.entries(object)
      .filter(([name]) => /_refs?$/.test(name))
      .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((ref) => !ids.has(ref))
      .map((ref) => `${text(object["id"])} → ${text(ref)}`),
  );
}
