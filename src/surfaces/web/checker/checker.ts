// The checker as one file: a page without a server, a framework or a network. The same script is the page and, started
// again beside it, the worker that checks, so that a hostile file can be stopped.

import { check, type Checked } from "../../../models/checker/check.ts";
import { InputError } from "../../../values/errors.ts";
import { checker as words, LARGEST_MEGABYTES, shown } from "../../words/en-check.ts";

type Answer = { ok: true; checked: Checked } | { ok: false; because: string };
type Element = Node | string;

const LONGEST_MS = 20_000;
const MOST_SHOWN = 2000;

if (typeof document === "undefined") {
  addEventListener("message", ({ data }: MessageEvent<string>) => postMessage(answerTo(data)));
} else start(document.currentScript?.textContent ?? "");

function answerTo(text: string): Answer {
  try {
    const read: unknown = JSON.parse(text);
    const certificate = typeof read === "object" && read !== null && "certificate" in read ? read.certificate : read;
    return { ok: true, checked: check(certificate) };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, because: error.message };
    return { ok: false, because: error instanceof SyntaxError ? words.notJson : String(error) };
  }
}

function start(script: string): void {
  const result = make("div", { "aria-live": "polite", id: "result" });
  const text = make("textarea", { id: "text", rows: "8", spellcheck: "false" }) as HTMLTextAreaElement;
  const file = make("input", { type: "file", class: "unseen", accept: ".json,application/json" }) as HTMLInputElement;
  const button = make("button", { type: "button" }, words.check);
  const drop = make("section", { class: "drop", "aria-label": words.drop }, make("p", {}, words.drop));
  drop.append(make("label", { class: "button" }, words.choose, file));
  document.title = words.title;
  document.body.append(
    make(
      "main",
      {},
      make("h1", {}, words.title),
      make("p", { class: "lead" }, words.lead),
      make("p", {}, words.standAlone),
      drop,
      make("label", { class: "field-name", for: "text" }, words.paste),
      text,
      make("p", {}, button),
      result,
    ),
  );
  const show = (sent: string): void => {
    result.replaceChildren(make("p", {}, words.working));
    void checkedBeside(script, sent).then((answer) => result.replaceChildren(...told(answer)));
  };
  const readWhole = async (chosen: File): Promise<void> => {
    text.value = await chosen.text();
    show(text.value);
  };
  const read = (chosen: File | undefined | null): void => {
    if (!chosen) return;
    if (chosen.size > LARGEST_MEGABYTES * 1024 * 1024) {
      result.replaceChildren(make("p", { class: "fault", role: "alert" }, words.tooLarge(LARGEST_MEGABYTES)));
      return;
    }
    void readWhole(chosen);
  };
  button.addEventListener("click", () => show(text.value));
  file.addEventListener("change", () => read(file.files?.[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    read(event.dataTransfer?.files[0]);
  });
}

/** In a worker made of this very script, where the browser lets one be; else here. */
function checkedBeside(script: string, text: string): Promise<Answer> {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    let worker: Worker;
    try {
      worker = new Worker(address);
    } catch {
      resolve(answerTo(text));
      return;
    }
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      worker.terminate();
      URL.revokeObjectURL(address);
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ ok: false, because: words.overdue }), LONGEST_MS);
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => finish(data));
    worker.addEventListener("error", () => finish(answerTo(text)));
    // A worker takes no origin: there is no other page to which this could go.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(text);
  });
}

function told(answer: Answer): Element[] {
  if (!answer.ok)
    return [
      make("div", { class: "fault" }, make("h2", {}, words.unreadable), make("p", {}, answer.because)),
      make("p", {}, words.unreadableDo),
    ];
  const { valid, kind, rows } = answer.checked;
  const failing = rows.filter(({ holds }) => !holds);
  const ordered = [...failing, ...rows.filter(({ holds }) => holds)].slice(0, MOST_SHOWN);
  const verdict = valid ? shown.valid(kind, rows.length) : shown.invalid(kind, failing.length, rows.length);
  const table = make("table", {}, make("caption", {}, shown.title));
  const head = make("tr", {}, ...shown.columns.map((column) => make("th", { scope: "col" }, column)));
  table.append(make("thead", {}, head), make("tbody", {}, ...ordered.map(rowOf)));
  return [make("h2", { class: valid ? "valid" : "invalid" }, verdict), make("p", {}, shown.rebuilt), table];
}

function rowOf({ why, lhs, rhs, slack, holds, problem }: Checked["rows"][number]): HTMLElement {
  const name = problem === undefined ? why : `${why}: ${problem}`;
  const figures = [lhs, rhs, slack].map((value) => make("td", {}, String(Number(value.toPrecision(6)))));
  const verdict = make("td", {}, holds ? `● ${shown.holds}` : `○ ${shown.fails}`);
  return make("tr", {}, make("th", { scope: "row" }, name), ...figures, verdict);
}

/** Text is only ever set as text: a certificate's words cannot become part of the page. */
function make(name: string, attributes: Record<string, string>, ...inside: Element[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}
