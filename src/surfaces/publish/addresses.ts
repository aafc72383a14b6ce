// Where things stand in a published copy. A page keeps its address (`/i/titan-rain` is `i/titan-rain/index.html`); an
// answer of the server becomes a file below `data`. What an identifier holds beside plain letters is written out, so that
// no name leads out of its folder, hides from a static server or means something to an operating system.

/** What a name on any disk, and in any address, may hold as it is. */
const PLAIN = /[A-Za-z0-9.-]/;
/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Disks take names of 255 bytes; what is longer goes on in a folder below. */
const LONGEST_NAME = 120;

/** One part of an address as the name of a folder or file: what is not plain stands as _XX, byte by byte. */
export function nameOf(part: string): string {
  const bytes = new TextEncoder().encode(part);
  const written = Array.from(bytes, (byte) => {
    const letter = String.fromCodePoint(byte);
    return byte < 128 && PLAIN.test(letter) ? letter : spelledOut(byte);
  });
  // A dot at either end, a stroke in front and a device's name mean something to a disk or a command.
  if (written[0] === "." || written[0] === "-" || DEVICE.test(part)) written[0] = spelledOut(bytes[0] ?? 0);
  if (written.at(-1) === ".") written[written.length - 1] = spelledOut(0x2e);
  const name = written.join("");
  if (name.length <= LONGEST_NAME) return name === "" ? "_" : name;
  const pieces =
    name
      .replaceAll(/[.-]/g, (letter) => spelledOut(letter.charCodeAt(0)))
      .match(new RegExp(`.{1,${LONGEST_NAME}}`, "g")) ?? [];
  return pieces.join("+/");
}

function spelledOut(byte: number): string {
  return `_${byte.toString(16).padStart(2, "0")}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a page's folder stands below the root of the copy: "" for the root, else with a slash at its end. */
export function folderOfPage(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.map((part) => `${nameOf(decoded(part))}/`).join("");
}

/** Parameters that every answer of a copy has alike, or that only keep an answer from being taken for an older one. */
const SAME_FOR_ALL = new Set(["case", "refusal", "v"]);

/** The file of an answer, by the address that the server has for it: the same question has one file. */
export function fileOfAnswer(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://copy.invalid");
  const parts = pathname.split("/").filter((part) => part !== "" && part !== "api");
  const asked = [...searchParams]
    .filter(([name, value]) => value !== "" && !SAME_FOR_ALL.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${nameOf(name)}=${nameOf(value)}`);
  const path = parts.map((part) => nameOf(decoded(part))).join("/");
  return `data/${path}${asked.length === 0 ? "" : `@${asked.join(",")}`}.json`;
}

/** The way from a page's folder back to the root of the copy. */
export function wayUp(folder: string): string {
  const depth = folder.split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** The file that a link for taking something along leads to, by the address that the server has for it. */
export function fileOfDownload(address: string): string {
  const { pathname } = new URL(address, "http://copy.invalid");
  const [, proof] = /^\/api\/log\/proofs\/(\d+)$/.exec(pathname) ?? [];
  if (proof !== undefined) return `data/log/proofs/${proof}.tlog-proof`;
  const [, debate = "", format] = /^\/api\/debates\/([^/]+)\/export\/([a-z]+)$/.exec(pathname) ?? [];
  if (format !== undefined)
    return `data/debates/${nameOf(decoded(debate))}/export/${nameOf(decoded(debate))}.${format}`;
  if (pathname.startsWith("/api/pictures/"))
    return `data/pictures/${nameOf(decoded(pathname.slice("/api/pictures/".length)))}`;
  if (pathname.startsWith("/api/")) return fileOfAnswer(address);
  return pathname
    .split("/")
    .filter((part) => part !== "")
    .map((part) => nameOf(decoded(part)))
    .join("/");
}
