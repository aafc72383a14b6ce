// Where a value comes from: records in full, rows of imported files, and where an old identifier leads.

import { z } from "zod";
import { InputError } from "../../../values/errors.ts";
import { MOST_SUBJECTS } from "../../inputs/remote-ledger.ts";
import { jsonBody, NotFound, type Route } from "../route.ts";
import { caseOf } from "./case-routes.ts";

const record: Route = {
  method: "GET",
  path: "/api/records/{sequence}",
  summary: "One record of the ledger in full, and what it changed of its subject's last state",
  async handle({ path }, { ledger }) {
    const text = path["sequence"] ?? "";
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InputError("sequence", "a whole number from 1", text);
    const found = await ledger.record(Number(text));
    if (!found) throw new NotFound("record", "the number of a record", text);
    return found;
  },
};

const subjectsSchema = z.object({ subjects: z.array(z.string()).max(MOST_SUBJECTS) });

const origins: Route = {
  method: "POST",
  path: "/api/origins",
  summary: "From which rows of which imported files subjects came, with the files' hashes",
  handle: ({ body }, { ledger }) => ledger.origins(jsonBody(subjectsSchema, body).subjects),
};

const history: Route = {
  method: "POST",
  path: "/api/cases/{case}/history",
  summary: "The records that made subjects what they are, first to last",
  async handle({ path, body }, context) {
    const { subjects } = jsonBody(subjectsSchema, body);
    return context.ledger.history(await caseOf(path, context), subjects);
  },
};

const moved: Route = {
  method: "GET",
  path: "/api/cases/{case}/moved/{id}",
  summary: "Where an incident's old identifier leads; null where it leads nowhere",
  async handle({ path }, context) {
    return { moved: await context.ledger.movedTo(await caseOf(path, context), path["id"] ?? "") };
  },
};

export const provenanceRoutes: readonly Route[] = [record, origins, history, moved];
