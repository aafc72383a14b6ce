// The published copy that this page belongs to; null in a workbench.

import { fileOfDownload, folderOfPage } from "../publish/addresses.ts";
import { COPY_ELEMENT, type PublishedCopy } from "../publish/copy.ts";
import { Failed } from "./fault.ts";

export type CopyHere = PublishedCopy & {
  /** The address of the copy's root, without a slash at its end. */ base: string;
};

export const copy: CopyHere | null = copyHere();

function copyHere(): CopyHere | null {
  if (typeof document === "undefined") return null;
  const text = document.getElementById(COPY_ELEMENT)?.textContent;
  if (text === null || text === undefined) return null;
  const told = JSON.parse(text) as PublishedCopy;
  return { ...told, base: new URL(told.root, window.location.href).pathname.replace(/\/$/, "") };
}

/** The address of a page, as a link gives it. */
export function pageAt(address: string, { base }: CopyHere): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `${base}/${folderOfPage(path)}${rest}`;
}

/** The address of something to take along. What a query would have left out of it is there in a copy. */
export function fileAt(address: string): string {
  return copy === null ? address : `${copy.base}/${fileOfDownload(address)}`;
}

/** What changes something needs the program, which a published copy has not. */
export function refuseInCopy(): void {
  if (copy !== null) throw new Failed({ kind: "unpublished", detail: "" });
}
