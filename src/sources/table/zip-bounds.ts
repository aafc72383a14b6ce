// Whether a zip (every .xlsx is one) can be unpacked safely. Sizes written in a zip may lie, so every entry is
// unpacked here once, against one budget, before a spreadsheet reader sees the file. APPNOTE 6.3.9 §4.3.

import { inflateRawSync } from "node:zlib";
import { checkSheet } from "./sheet-bounds.ts";
import { InputError } from "../../values/errors.ts";
import type { Limits } from "./limits.ts";

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** Throws where the zip is damaged or would unpack to more than the limits allow. */
export function checkZip(bytes: Uint8Array, file: string, limits: Limits): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limits.unpackedBytes;
  for (const { from, size, method } of zipEntries(view, file, limits)) {
    const packed = bytes.subarray(from, from + size);
    const content = method === 0 ? packed : inflated(packed, left, file);
    const unpacked = content?.length ?? left + 1;
    left -= unpacked;
    if (left < 0) throw tooLarge(file, limits);
    const suspicious = unpacked > limits.unpackedBytes / 16 && unpacked > size * limits.packingRatio;
    if (suspicious)
      throw new InputError(
        file,
        `a zip packed at most ${limits.packingRatio} to 1`,
        `${Math.round(unpacked / size)} to 1`,
      );
    // A sheet may have any name, so every entry is looked at as one.
    if (content) checkSheet(content, file, limits);
  }
}

function tooLarge(file: string, limits: Limits): InputError {
  return new InputError(file, `a zip that unpacks to at most ${limits.unpackedBytes} bytes`, "more");
}

/** Null where more than the budget comes out. */
function inflated(packed: Uint8Array, budget: number, file: string): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE") return null;
    throw new InputError(file, "a zip that can be unpacked", (cause as Error).message);
  }
}

type Entry = { from: number; size: number; method: number };

function zipEntries(view: DataView, file: string, limits: Limits): Entry[] {
  const damaged = (what: string): InputError => new InputError(file, "an undamaged .xlsx file", what);
  const end = endRecord(view);
  if (end === null) throw damaged("no zip directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw damaged("a ZIP64 archive");
  if (count > limits.zipEntries) throw damaged(`${count} zip entries`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_ENTRY)
      throw damaged("a broken zip directory");
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_ENTRY)
      throw damaged("a zip entry that is missing");
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + size > view.byteLength) throw damaged("a zip entry that is cut off");
    if (method !== 0 && method !== 8) throw damaged(`zip method ${method}`);
    entries.push({ from, size, method });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_RECORD) return at;
  return null;
}
