// Routes to the pages on methods, models and sources.

import { z } from "zod";
import { documentNamed, documents, pictureNamed, shelves } from "../../inputs/documents.ts";
import { Document, NotFound, type Route } from "../route.ts";

const entry = z.object({ shelf: z.enum(shelves), name: z.string(), title: z.string(), question: z.string() });

const list: Route = {
  method: "GET",
  path: "/api/documents",
  summary: "The pages on methods, models, sources and the ledger",
  answer: z.array(entry),
  handle: () => documents(),
};

const one: Route = {
  method: "GET",
  path: "/api/documents/{shelf}/{name}",
  summary: "One of these pages, as HTML",
  answer: entry.extend({ html: z.string() }),
  handle({ path: { shelf = "", name = "" } }) {
    const found = documentNamed(shelf, name);
    if (!found) throw new NotFound("name", "a page that there is", `${shelf}/${name}`);
    return found;
  },
};

const picture: Route = {
  method: "GET",
  path: "/api/pictures/{name}",
  summary: "A drawing that one of these pages shows, as SVG",
  handle({ path: { name = "" } }) {
    const found = pictureNamed(name);
    if (found === null) throw new NotFound("name", "a drawing that there is", name);
    return new Document("image/svg+xml", found);
  },
};

export const documentRoutes: readonly Route[] = [list, one, picture];
