import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError, SourceError } from "../../values/errors.ts";
import { readBytes } from "./read-file.ts";

describe.skipIf(!existsSync("/dev/zero"))("readBytes() of a device", () => {
  test("ends at the largest size allowed, where the device has no end", () => {
    expect(() => readBytes("/dev/zero", 100_000)).toThrow(InputError);
  });

  test("gives nothing where the device gives nothing", () => {
    expect(readBytes("/dev/null", 100)).toHaveLength(0);
  });
});

test("readBytes() of a folder or of nothing is a file that failed", () => {
  expect(() => readBytes(import.meta.dirname, 1_000_000)).toThrow(SourceError);
  expect(() => readBytes(`${import.meta.filename}.none`, 100)).toThrow(SourceError);
});
