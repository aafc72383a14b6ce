// Hands the reader a file, made in the page.

export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvOf({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}): string {
  const cell = (value: string | number | null): string => {
    const text = String(value ?? "");
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
