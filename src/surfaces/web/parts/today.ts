// The reader's day, as printed beside what was read.

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
