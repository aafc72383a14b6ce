// Zip archives, written and read whole (APPNOTE 6.3.9). Written without dates, so that equal content gives equal bytes;
// read with every size bounded, since sizes written in a zip may lie.

import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { InputError } from "../../../values/errors.ts";

export type ZipEntry = { name: string; bytes: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const FIRST_DAY = 0x0021; // 1 January 1980, the earliest that the format can write

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const stored = packed.length >= bytes.length;
    const body = stored ? Buffer.from(bytes) : packed;
    const label = Buffer.from(name, "utf8");
    // version needed, flags, method, time, date, crc, packed size, size, length of the name, of the extra field
    const common = fields(
      [20, UTF8_NAMES, stored ? 0 : 8, 0, FIRST_DAY],
      [crc32(bytes), body.length, bytes.length],
      [label.length, 0],
    );
    parts.push(signed(LOCAL, common), label, body);
    // made by, common, comment length, disk, internal attributes; external attributes, offset
    directory.push(signed(CENTRAL, fields([20]), common, fields([0, 0, 0]), fields([], [0, at])), label);
    at += 4 + common.length + label.length + body.length;
  }
  const index = Buffer.concat(directory);
  const end = signed(END, fields([0, 0, entries.length, entries.length], [index.length, at], [0]));
  return new Uint8Array(Buffer.concat([...parts, index, end]));
}

function fields(shorts: number[], longs: number[] = [], more: number[] = []): Buffer {
  const buffer = Buffer.alloc(2 * (shorts.length + more.length) + 4 * longs.length);
  let at = 0;
  for (const value of shorts) at = buffer.writeUInt16LE(value, at);
  for (const value of longs) at = buffer.writeUInt32LE(value, at);
  for (const value of more) at = buffer.writeUInt16LE(value, at);
  return buffer;
}

function signed(signature: number, ...buffers: Buffer[]): Buffer {
  return Buffer.concat([fields([], [signature]), ...buffers]);
}

export type ZipLimits = { entries: number; unpackedBytes: number };

export const zipLimits: ZipLimits = { entries: 100, unpackedBytes: 256 * 1024 * 1024 };

/** The files of a zip by name. Refuses what is damaged, encrypted, too large, or named so that it would leave a folder. */
export function unzip(bytes: Uint8Array, file: string, limits: ZipLimits = zipLimits): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let left = limits.unpackedBytes;
  for (const entry of directoryOf(view, bytes, file, limits)) {
    if (entry.name.endsWith("/") && entry.size === 0) continue; // a folder
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(entry.name) || /(^|\/)\.\.?(\/|$)/.test(entry.name))
      throw new InputError(file, "plain names of files in the zip", entry.name);
    if (files.has(entry.name)) throw new InputError(file, "each file once in the zip", entry.name);
    const content = unpack(entry, bytes, file, left);
    left -= content.length;
    if (left < 0) throw tooLarge(file, limits);
    if (crc32(content) !== entry.crc) throw damaged(file, `${entry.name} with a wrong checksum`);
    files.set(entry.name, content);
  }
  return files;

  function unpack({ from, size, method, name }: Entry, packed: Uint8Array, path: string, budget: number): Uint8Array {
    const body = packed.subarray(from, from + size);
    if (method === 0) return body;
    try {
      return inflateRawSync(body, { maxOutputLength: Math.max(1, budget) });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(path, limits);
      throw damaged(path, `${name}, which cannot be unpacked`);
    }
  }
}

type Entry = { name: string; from: number; size: number; method: number; crc: number };

function directoryOf(view: DataView, bytes: Uint8Array, file: string, limits: ZipLimits): Entry[] {
  const end = endRecord(view);
  if (end === null) throw damaged(file, "no zip directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw damaged(file, "a ZIP64 archive");
  if (count > limits.entries) throw new InputError(file, `at most ${limits.entries} files in the zip`, count);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
      throw damaged(file, "a broken zip directory");
    const [nameLength, local] = [view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength || local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL)
      throw damaged(file, "a zip entry that is missing");
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw damaged(file, "an encrypted zip");
    const method = view.getUint16(at + 10, true);
    if (method !== 0 && method !== 8) throw damaged(file, `zip method ${method}`);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const size = view.getUint32(at + 20, true);
    if (from + size > view.byteLength) throw damaged(file, "a zip entry that is cut off");
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, from, size, method, crc: view.getUint32(at + 16, true) });
    at = next;
  }
  return entries;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function damaged(file: string, what: string): InputError {
  return new InputError(file, "an undamaged zip", what);
}

function tooLarge(file: string, { unpackedBytes }: ZipLimits): InputError {
  return new InputError(file, `a zip that unpacks to at most ${unpackedBytes} bytes`, "more");
}
