// A thread of any length: stretches of thirty comments, each fetched and drawn when it comes near the window and let go
// when it is far, with its height kept. What is drawn stays small, and so a thread of ten thousand opens at once.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { useData } from "../../use-data.ts";
import type { Me, Opening, SeenComment } from "./answers.ts";
import { CommentCard } from "./comment-card.tsx";

export const STRETCH = 30;
const GUESSED_HEIGHT = 190;

export type ThreadProps = { debate: Opening; me: Me | null; changed: () => void; authors: ReadonlyMap<string, string> };

export function Thread(props: ThreadProps): ReactNode {
  const { debate } = props;
  const stretches = Math.max(1, Math.ceil(debate.total / STRETCH));
  return (
    <div className="thread">
      {Array.from({ length: stretches }, (_, at) => (
        <Stretch key={`from-${at * STRETCH}`} at={at} {...props} />
      ))}
    </div>
  );
}

function Stretch({ at, debate, ...more }: ThreadProps & { at: number }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(at === 0);
  const [height, setHeight] = useState(GUESSED_HEIGHT * Math.min(STRETCH, debate.total - at * STRETCH));
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting && element.dataset["drawn"] === "yes") setHeight(element.offsetHeight);
        setNear(entry.isIntersecting);
      },
      { rootMargin: "1200px 0px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const address = `/api/debates/${encodeURIComponent(debate.id)}/comments?from=${at * STRETCH}&count=${STRETCH}`;
  const { data } = useData<{ comments: SeenComment[] }>(near && at > 0 ? address : null);
  const comments = at === 0 ? debate.comments : (data?.comments ?? null);
  const drawn = near && comments !== null;
  const style = drawn ? undefined : { minHeight: height };
  return (
    <div ref={place} data-drawn={drawn ? "yes" : "no"} style={style}>
      {drawn && comments.map((comment) => <CommentCard key={comment.id} comment={comment} debate={debate} {...more} />)}
    </div>
  );
}
