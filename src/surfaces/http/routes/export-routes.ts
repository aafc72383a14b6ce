// A case, or one incident, in the forms in which it leaves the workbench; and a case brought back in.

import type { Incident } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import type { Day } from "../../../values/day.ts";
import { InputError } from "../../../values/errors.ts";
import { bibtex } from "../../exports/bibtex.ts";
import { citeOne, type CiteOptions } from "../../exports/citation.ts";
import { cslText } from "../../exports/csl.ts";
import { incidentMarkdown } from "../../exports/incident-markdown.ts";
import { exportFormats, writtenOn, type ExportFormat } from "../../exports/index.ts";
import { incidentStixBundle, stixText } from "../../exports/stix/stix-bundle.ts";
import { stixMediaType } from "../../exports/stix/stix-writer.ts";
import { besideCase } from "../../inputs/register-files.ts";
import { asofOf, type Parameters } from "../../inputs/queries.ts";
import { Document, NotFound, type Route, type RouteContext } from "../route.ts";
import { viewAsOf, viewQuery } from "./case-routes.ts";

const LARGEST_PACKAGE = 256 * 1024 * 1024;

const exportQuery = {
  asof: viewQuery.asof,
  address: "where permanent links begin (default: this workbench)",
  tlp: "1: mark STIX with TLP 1 WHITE, for readers that refuse TLP 2",
};

type IncidentForm = {
  ending: string;
  type: string;
  write: (view: LedgerView, incident: Incident, options: CiteOptions, tlp: "1" | "2") => string;
};

const incidentForms: readonly IncidentForm[] = [
  {
    ending: "stix.json",
    type: stixMediaType,
    write: (view, incident, { accessed }, tlp) =>
      stixText(incidentStixBundle(view, incident, { written: writtenOn(accessed), tlp })),
  },
  {
    ending: "bib",
    type: "application/x-bibtex; charset=utf-8",
    write: (view, incident, options) => bibtex(citeOne(view, incident, options)),
  },
  {
    ending: "csl.json",
    type: "application/vnd.citationstyles.csl+json",
    write: (view, incident, options) => cslText(citeOne(view, incident, options)),
  },
  { ending: "md", type: "text/markdown; charset=utf-8", write: incidentMarkdown },
];

const incidentRoute = ({ ending, type, write }: IncidentForm): Route => ({
  method: "GET",
  path: `/i/{id}.${ending}`,
  summary: `One incident with its statements, as ${ending}`,
  query: { ...exportQuery, case: "which case" },
  async handle({ path, query }, context) {
    const [first = ""] = await context.ledger.cases();
    const view = await viewAsOf({ case: query["case"] ?? first }, query, context);
    const incident = view.incidents.find(({ id }) => id === path["id"]);
    if (!incident) throw new NotFound("incident", "an incident of the case", path["id"]);
    return new Document(
      type,
      write(view, incident, citeOptions(query, context), tlpOf(query)),
      `${incident.id}.${ending}`,
    );
  },
});

const caseRoute = ({ name, mediaType, ending, write }: ExportFormat): Route => ({
  method: "GET",
  path: `/api/cases/{case}/export.${name}`,
  summary: `A case with all that it holds, as ${name}`,
  query: exportQuery,
  async handle({ path, query }, context) {
    const view = await viewAsOf(path, query, context);
    return new Document(
      mediaType,
      write(view, {
        ...citeOptions(query, context),
        tlp: tlpOf(query),
        beside: context.env && query["asof"] === undefined ? besideCase(view.about.id, context.env) : null,
      }),
      `${view.about.id}.${ending}`,
    );
  },
});

const importCase: Route = {
  method: "POST",
  path: "/api/cases",
  summary: "Bring a case in from its data package, sent as it is",
  query: { file: "the file's name, for what is said of it" },
  largestBody: LARGEST_PACKAGE,
  handle({ query, body }, { ledger }) {
    if (body.length === 0) throw new InputError("body", "the data package's bytes", "nothing");
    return ledger.importCase({ file: (query["file"] ?? "package.zip").slice(0, 200), bytes: body });
  },
};

function citeOptions(query: Parameters, { now }: RouteContext): CiteOptions {
  const address = query["address"] ?? "http://127.0.0.1:4747";
  if (!/^https?:\/\/[^\s/?#<>"]{1,200}(\/[^\s?#<>"]{0,300})?$/.test(address))
    throw new InputError("address", "a web address such as http://127.0.0.1:4747", address);
  return {
    address: address.replace(/\/+$/, ""),
    asof: asofOf(query["asof"]),
    accessed: now().toISOString().slice(0, 10) as Day,
  };
}

function tlpOf({ tlp }: Parameters): "1" | "2" {
  if (tlp !== undefined && tlp !== "1" && tlp !== "2") throw new InputError("tlp", "1 or 2", tlp);
  return tlp ?? "2";
}

export const exportRoutes: readonly Route[] = [
  ...incidentForms.map(incidentRoute),
  ...exportFormats.map(caseRoute),
  importCase,
];
