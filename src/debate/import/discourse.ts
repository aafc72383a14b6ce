// A Discourse topic as its JSON gives it: the first post is the article, the others its comments.

import { z } from "zod";
import { InputError } from "../../values/errors.ts";
import { htmlToText } from "./html-text.ts";
import { emptyReading, type Odd, type Reading } from "./reading.ts";

const postSchema = z.looseObject({
  id: z.number(),
  post_number: z.number(),
  username: z.string().nullish(),
  name: z.string().nullish(),
  display_username: z.string().nullish(),
  created_at: z.string().nullish(),
  cooked: z.string().nullish(),
  raw: z.string().nullish(),
  reply_to_post_number: z.number().nullish(),
  post_type: z.number().nullish(),
  hidden: z.boolean().nullish(),
  user_deleted: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
});
const topicSchema = z.looseObject({
  title: z.string().nullish(),
  fancy_title: z.string().nullish(),
  created_at: z.string().nullish(),
  slug: z.string().nullish(),
  post_stream: z.looseObject({ posts: z.array(z.unknown()), stream: z.array(z.number()).nullish() }),
});
type Post = z.infer<typeof postSchema>;

export function isDiscourse(value: unknown): boolean {
  return typeof value === "object" && value !== null && "post_stream" in value;
}

export function readDiscourse(value: unknown, place: string): Reading {
  const topic = topicSchema.safeParse(value);
  if (!topic.success) throw new InputError(place, "a Discourse topic with post_stream.posts");
  const { title, fancy_title: fancy, created_at: created, post_stream: stream } = topic.data;
  const reading = emptyReading("discourse");
  reading.title = title ?? htmlToText(fancy ?? "").text;
  reading.published = created ?? null;
  const seen = new Set<number>();
  for (const [index, raw] of stream.posts.entries()) {
    const post = postSchema.safeParse(raw);
    if (!post.success) {
      reading.rejections.push({ row: index + 1, field: "post", because: "expected a post with id and post_number" });
      continue;
    }
    seen.add(post.data.id);
    readPost(reading, post.data, index + 1);
  }
  const missing = (stream.stream ?? []).filter((id) => !seen.has(id)).length;
  if (missing > 0)
    reading.notes.push({
      row: 0,
      field: "post_stream.stream",
      because: `${missing} further posts of the topic are not in this file`,
    });
  return reading;
}

function readPost(reading: Reading, post: Post, row: number): void {
  const author = post.name?.trim() || post.display_username?.trim() || post.username?.trim() || "";
  const { text, removed } = post.cooked ? htmlToText(post.cooked) : { text: (post.raw ?? "").trim(), removed: false };
  if (post.post_number === 1) {
    Object.assign(reading, {
      author: author || null,
      published: post.created_at ?? reading.published,
      body: text === "" ? [] : text.split(/\n{2,}/),
    });
    return;
  }
  const answers = post.reply_to_post_number ?? null;
  const parentKey = answers === null || answers === 1 ? null : String(answers);
  const because = rejection(post, text);
  if (because) {
    reading.rejections.push({ row, ...because, key: String(post.post_number), parentKey });
    return;
  }
  reading.found.push({
    row,
    key: String(post.post_number),
    parentKey,
    nativeId: `discourse-${post.id}`,
    author,
    address: null,
    text,
    at: post.created_at ?? null,
    markupRemoved: removed,
  });
}

function rejection(post: Post, text: string): Pick<Odd, "field" | "because"> | null {
  if (post.post_type !== null && post.post_type !== undefined && post.post_type !== 1)
    return { field: "post_type", because: "is a notice of the forum and no comment" };
  if (post.user_deleted || post.deleted_at) return { field: "deleted_at", because: "was deleted where it was written" };
  if (post.hidden) return { field: "hidden", because: "is hidden where it was written" };
  return text === "" ? { field: "cooked", because: "expected a text, found none" } : null;
}
