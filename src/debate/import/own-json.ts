// A debate in our own JSON: what `debate export --format json` writes, and the least that a person would write by hand.

import { z } from "zod";
import { InputError } from "../../values/errors.ts";
import { articleText, selectorOf, type Selector } from "../anchors.ts";
import { emptyReading, type Reading } from "./reading.ts";

const selectorSchema: z.ZodType<Selector> = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  refinedBy: z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int().min(0), end: z.int().min(0) }),
});
const commentSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  author: z.string().nullish(),
  address: z.string().nullish(),
  parent: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  at: z.string().nullish(),
  relation: z.enum(["support", "attack", "undercut"]).nullish(),
  anchor: z.union([selectorSchema, z.string()]).nullish(),
});
const debateSchema = z.looseObject({
  id: z.string().nullish(),
  title: z.string(),
  author: z.string().nullish(),
  role: z.string().nullish(),
  published: z.string().nullish(),
  address: z.string().nullish(),
  note: z.string().nullish(),
  licence: z.string().nullish(),
  body: z.union([z.string(), z.array(z.string())]).nullish(),
  comments: z.array(z.unknown()),
});

export function readOwnJson(value: unknown, place: string): Reading {
  const read = debateSchema.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new InputError(
      [place, ...(issue?.path ?? [])].join(":"),
      "a debate: title, author, body and comments",
      issue?.message,
    );
  }
  const { comments, body, title, id, author, role, published, address, note, licence } = read.data;
  const reading = emptyReading("json");
  Object.assign(reading, {
    id: id ?? null,
    title,
    author: author ?? null,
    role: role ?? null,
    published: published ?? null,
  });
  Object.assign(reading, { address: address ?? null, note: note ?? null, licence: licence ?? null });
  reading.body = typeof body === "string" ? body.split(/\n{2,}/) : (body ?? []);
  const article = articleText(reading.body);
  for (const [index, raw] of comments.entries()) {
    const row = index + 1;
    const comment = commentSchema.safeParse(raw);
    if (!comment.success) {
      const issue = comment.error.issues[0];
      reading.rejections.push({
        row,
        field: issue?.path.join(".") || "comment",
        because: `expected a comment: ${issue?.message ?? ""}`,
      });
      continue;
    }
    const { id: own, parent, text, anchor, ...rest } = comment.data;
    const key = own === null || own === undefined ? `row-${row}` : String(own);
    const parentKey = parent === null || parent === undefined ? null : String(parent);
    if (text.trim() === "") {
      reading.rejections.push({ row, field: "text", because: "expected a text, found none", key, parentKey });
      continue;
    }
    const selector = typeof anchor === "string" ? selectorOf(article, anchor) : (anchor ?? null);
    if (typeof anchor === "string" && !selector)
      reading.notes.push({ row, field: "anchor", because: `the article does not hold “${anchor.slice(0, 200)}”` });
    reading.found.push({
      row,
      key,
      parentKey,
      nativeId: key.startsWith("row-") ? null : key,
      author: rest.author ?? "",
      address: rest.address ?? null,
      text,
      at: rest.at ?? null,
      relation: rest.relation ?? null,
      anchor: selector,
    });
  }
  return reading;
}
