// A cell that a spreadsheet would compute is written with an apostrophe before it, which spreadsheets take as "this is
// text". Written so that it can be undone: a text that already begins like a guarded one gets one apostrophe more.

/** What makes a spreadsheet compute, also in full width, which East Asian settings read alike. */
const COMPUTED = /^'*[=+\-@＝＋－＠\t\r\n]/;

export function guarded(text: string): string {
  return COMPUTED.test(text) ? `'${text}` : text;
}

/** What `guarded` made of a text, undone. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && COMPUTED.test(cell) ? cell.slice(1) : cell;
}
