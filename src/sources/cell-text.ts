// Cells as text and numbers, and the lists that some tables write into one cell.

/** A cell as text without outer blanks; "" for an empty one. */
export function textOf(cell: unknown): string {
  if (typeof cell === "string") return cell.replace(/\u00a0/g, " ").trim();
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}

/** A cell as a finite number, or null. */
export function numberOf(cell: unknown): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string" || !/^\s*-?\d+(\.\d+)?\s*$/.test(cell)) return null;
  return Number(cell);
}

/** Each item once, in order, without the empty ones. */
export function distinct<Item extends string>(items: readonly Item[]): Item[] {
  return [...new Set(items.filter((item) => item !== ""))];
}

/** The first sentence of what a row says: its title, then its description where that says more. */
export function summaryOf(title: string, description: string): string {
  if (title === "" || description.startsWith(title)) return description === "" ? title : description;
  if (description === "") return title;
  return `${title.replace(/[.:\s]+$/, "")}: ${description}`;
}
