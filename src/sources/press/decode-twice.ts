// Text that was encoded as UTF-8, read as Windows-1252 or Latin-1 and encoded again, once or more often: "donâ€™t" for
// "don’t". Undone where every letter has its byte and the bytes are UTF-8; left alone otherwise.

const MOST_TIMES = 3;

/** The letters with which two- and three-byte codes of Western text begin when they are read as Windows-1252. */
const SUSPECT = /[ÃÂâ]/;

let byteByLetter: Map<string, number> | null = null;

export function decodeTwice(text: string): string {
  byteByLetter ??= letterBytes();
  let decoded = text;
  for (let time = 0; time < MOST_TIMES && SUSPECT.test(decoded); time++) {
    // Only runs of letters beyond ASCII are suspect: the rest of a text may hold letters that were never damaged.
    const next = decoded.replace(/[\u0080-\u{10FFFF}]+/gu, (run) => decodeRun(run, byteByLetter!));
    if (next === decoded) break;
    decoded = next;
  }
  // An apostrophe that had passed through Mac Roman on the way: "MontenegroÍs".
  return decoded === text ? text : decoded.replace(/(?<=\p{L})Í(?=s\b)/gu, "’");
}

function letterBytes(): Map<string, number> {
  const bytes = Array.from({ length: 128 }, (_, index) => index + 128);
  // Latin-1 reads 0x80 to 0x9F as control characters, Windows-1252 as letters: both occur.
  const latin1 = bytes.map((byte) => [String.fromCodePoint(byte), byte] as const);
  const decoder = new TextDecoder("windows-1252");
  const windows = bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const);
  return new Map([...latin1, ...windows]);
}

function decodeRun(run: string, bytes: ReadonlyMap<string, number>): string {
  const written = Array.from(run, (letter) => bytes.get(letter));
  if (written.includes(undefined)) return run;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(written as number[]));
  } catch {
    return run;
  }
}
