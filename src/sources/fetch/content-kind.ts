// What a file is by its first bytes, whatever its name and the server say: an error page is HTML also when it is called
// a table.

export type ContentKind = "html" | "zip" | "ole" | "json" | "text" | "binary" | "empty";

export function contentKind(bytes: Uint8Array): ContentKind {
  const [a, b, c, d] = bytes;
  if (bytes.length === 0) return "empty";
  if (a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05) && (d === 0x04 || d === 0x06)) return "zip";
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return "ole";
  const wide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (!wide && bytes.subarray(0, 1024).includes(0)) return "binary";
  const start = new TextDecoder(wide ? (a === 0xff ? "utf-16le" : "utf-16be") : "utf-8")
    .decode(bytes.subarray(0, 2048))
    .trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(start)) return "html";
  return /^[[{]/.test(start) ? "json" : "text";
}

/** What a layout's files begin like. A table may begin like JSON: its first column's name may hold a bracket. */
export const expectedKinds: Readonly<Record<string, readonly ContentKind[]>> = {
  csv: ["text", "json"],
  xlsx: ["zip"],
  xls: ["ole"],
  json: ["json"],
  jsonl: ["json"],
};
