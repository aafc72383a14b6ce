// Is a row an actor's whole career rather than one incident? The importer may say so. Otherwise: a bare name as title and a text that
// speaks of "this threat actor" or of what somebody is "responsible for" (the marks found in the CFR tracker).

import type { ListedRecord } from "../../sources/listed-record.ts";

const event =
  /\b(?:compromis|target|disrupt|attack|defac|attempt|theft|steal|breach|hack|leak|campaign|operation|espionage|phish|intrusion|incident|outage|blackout)/i;

export function isProfile({
  profile,
  title,
  description,
}: Pick<ListedRecord, "profile" | "title" | "description">): boolean {
  if (profile) return true;
  if (event.test(title) || title.split(/\s+/).length > 4) return false;
  return /^(?:this (?:threat actor|group|actor)|responsible for)\b/i.test(description.trim());
}
