// What a file may weigh before it is refused. Every limit is far above the real lists and low enough that a hostile
// file is turned away in seconds and in less than a gigabyte of memory.

export type Limits = {
  fileBytes: number;
  /** All entries of a zip together, unpacked. */
  unpackedBytes: number;
  /** Unpacked over packed, once a zip unpacks to more than a sixteenth of what is allowed. */
  packingRatio: number;
  zipEntries: number;
  rows: number;
  columns: number;
  cellCharacters: number;
};

export const defaultLimits: Limits = {
  fileBytes: 256 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  packingRatio: 200,
  zipEntries: 2000,
  rows: 250_000,
  columns: 1000,
  cellCharacters: 200_000,
};
