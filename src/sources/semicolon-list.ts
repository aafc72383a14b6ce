// Lists written into one cell with "; " between the items. Items may be empty, and some lists write words for that.

/** Words for a missing item. "None" is not among them for columns where it is a value. */
const MISSING = new Set(["nan", "NaT", "None", "N"]);

export type SemicolonList = { items: string[]; missing: string[] };

/** The items, empty where nothing is said; `missing` holds the words that stood for nothing. */
export function readSemicolonList(cell: string): SemicolonList {
  if (cell === "") return { items: [], missing: [] };
  const missing: string[] = [];
  const items = cell.split(/; ?/).map((item) => {
    const text = item.trim();
    if (!MISSING.has(text)) return text;
    missing.push(text);
    return "";
  });
  return { items, missing };
}
