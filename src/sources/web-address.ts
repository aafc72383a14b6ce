// Web addresses out of cells that hold one, several, or pieces of one.

import { webAddressSchema } from "../values/statement.ts";

export type Addresses = { urls: string[]; rest: string[] };

/** The addresses in a cell, each once, and the pieces that are none. */
export function addressesIn(cell: string): Addresses {
  const urls: string[] = [];
  const rest: string[] = [];
  // An address may hold a comma, so a comma parts two of them only before the next "http".
  for (const piece of cell.split(/[,;]?\s+|[,;](?=https?:)/)) {
    const address = piece.trim().replace(/[,;.]+$/, "");
    if (address === "") continue;
    if (webAddressSchema.safeParse(address).success) {
      if (!urls.includes(address)) urls.push(address);
    } else rest.push(address);
  }
  return { urls, rest };
}

/** The addresses of several cells, each once. */
export function allAddresses(cells: readonly unknown[]): string[] {
  return [...new Set(cells.flatMap((cell) => (typeof cell === "string" ? addressesIn(cell).urls : [])))];
}
