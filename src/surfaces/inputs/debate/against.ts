// The best argument against a claim, taken from the debates of the case: a comment that answers one which presses the
// claim, or one that presses what the same test decides the other way.

import type { Template } from "../../../debate/claims/index.ts";
import { relationRead } from "../../../debate/graph.ts";
import { isShown } from "../../../debate/moderation/policy.ts";
import { MOST_MAPPED } from "./reading.ts";
import type { Room } from "./room.ts";

export type Against = { debate: string; comment: string; author: string; text: string };

export function bestAgainst(room: Room, template: Template): Against | null {
  const thread = room.thread();
  if (thread.length > MOST_MAPPED) return null;
  const claimsAt = (place: number): Template[] => room.judged(place).claims.map((found) => found.template);
  const shown = (place: number): boolean => {
    const id = thread[place]?.id ?? "";
    return isShown(room.state(id)?.status ?? room.judged(place).moderation.status);
  };
  const places = new Map(thread.map(({ id }, at) => [id, at]));
  const tell = (place: number): Against => {
    const { id, author, text } = thread[place]!;
    return { debate: room.debate.id, comment: id, author, text };
  };
  for (const [place, { parent, relation, text }] of thread.entries()) {
    const above = parent === null ? undefined : places.get(parent);
    const read = relation ?? relationRead(text);
    if (above === undefined || read === null || read === "support" || !shown(place)) continue;
    if (claimsAt(above).some(({ id }) => id === template.id)) return tell(place);
  }
  const contrary = thread.findIndex(
    (_, place) => claimsAt(place).some((one) => opposes(one, template)) && shown(place),
  );
  return contrary < 0 ? null : tell(contrary);
}

function opposes(one: Template, other: Template): boolean {
  return one.bindings.some((a) =>
    other.bindings.some(
      (b) => a.kind === "model" && b.kind === "model" && a.proposition === b.proposition && a.sense !== b.sense,
    ),
  );
}
