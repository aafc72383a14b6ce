import { html, Markup } from "../brief/markup.ts";
import type { Chart } from "../charts/chart.ts";
import { svgOf } from "../charts/svg.ts";

const WIDTH = 760;

/** A chart as markup that another page can hold as it is: no script, no style, no address but the one it leads to. */
export function figureMarkup(chart: Chart, from: string, link: string): string {
  const [first = ""] = /^https?:[^\s]+/.exec(link) ?? [];
  return html`<figure>${new Markup(svgOf(chart, WIDTH))}<figcaption>${chart.title}. ${from} · <a href="${first}">Détente</a></figcaption></figure>`
    .text;
}
