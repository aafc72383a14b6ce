// Dates as people read them, in English, with no more precision than they have.

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2015-09-25" → "25 September 2015" · "2012/2014-03" → "2012 to March 2014" · "2012/.." → "since 2012". */
export function whenWords(when: string): string {
  const [start = "", end] = when.split("/");
  if (end === undefined) return momentWords(start);
  return end === ".." ? `since ${momentWords(start)}` : `${momentWords(start)} to ${momentWords(end)}`;
}

function momentWords(moment: string): string {
  const [year = "", part, day] = moment.split("-");
  if (part === undefined) return year;
  if (part.startsWith("Q"))
    return `${["first", "second", "third", "fourth"][Number(part.slice(1)) - 1] ?? ""} quarter of ${year}`;
  const month = months[Number(part) - 1] ?? part;
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`;
}

export function precisionWords(when: string): string {
  const [start = "", end] = when.split("/");
  const one = precisionOf(start);
  if (end === undefined) return `known to the ${one}`;
  if (end === "..") return `start known to the ${one}, no end known`;
  const other = precisionOf(end);
  return one === other ? `both ends known to the ${one}` : `start known to the ${one}, end to the ${other}`;
}

function precisionOf(moment: string): string {
  const [, part, day] = moment.split("-");
  if (day !== undefined) return "day";
  if (part === undefined) return "year";
  return part.startsWith("Q") ? "quarter" : "month";
}
