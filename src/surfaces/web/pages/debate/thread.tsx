// A thread of any length: stretches of thirty comments, each fetched and drawn when it comes near the window and let go
// when it is far, with its height kept. What is drawn stays small, and so a thread of ten thousand opens at once. A short
// thread stays drawn whole: it can be searched and printed.

import { useEffect, useRef, useState, type ReactNode } from "react";
import { STRETCH } from "../../../inputs/debate/stretch.ts";
import { ask } from "../../api.ts";
import { useData } from "../../use-data.ts";
import type { Me, Opening, SeenComment } from "./answers.ts";
import { CommentCard } from "./comment-card.tsx";

const GUESSED_HEIGHT = 190;
const DRAWN_WHOLE = 200;

export type ThreadProps = { debate: Opening; me: Me | null; changed: () => void; authors: ReadonlyMap<string, string> };

export function Thread(props: ThreadProps): ReactNode {
  const { debate } = props;
  const stretches = Math.max(1, Math.ceil(debate.total / STRETCH));
  const wanted = useWanted(debate.id);
  return (
    <div className="thread">
      {Array.from({ length: stretches }, (_, at) => (
        <Stretch key={`from-${at * STRETCH}`} at={at} wanted={wanted} {...props} />
      ))}
    </div>
  );
}

type Wanted = { id: string; place: number };

/** The comment that the address names, where it is not drawn already. */
function useWanted(debate: string): Wanted | null {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  useEffect(() => {
    let left = false;
    const follow = async (): Promise<void> => {
      const id = decodeURIComponent(window.location.hash.slice(1));
      if (id === "") return;
      const drawn = document.getElementById(id);
      if (drawn || id.startsWith("claim-")) {
        drawn?.scrollIntoView();
        return;
      }
      const address = `/api/debates/${encodeURIComponent(debate)}/comments/${encodeURIComponent(id)}`;
      const found = (await ask(address).catch(() => null)) as Wanted | null;
      if (!left && found) setWanted({ id, place: found.place });
    };
    const followed = (): void => void follow();
    const timer = setTimeout(followed, 400);
    window.addEventListener("hashchange", followed);
    return () => {
      left = true;
      clearTimeout(timer);
      window.removeEventListener("hashchange", followed);
    };
  }, [debate]);
  return wanted;
}

function Stretch({ at, debate, wanted, ...more }: ThreadProps & { at: number; wanted: Wanted | null }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const whole = debate.total <= DRAWN_WHOLE;
  const [seen, setNear] = useState(at === 0);
  const reached = useRef<Wanted | null>(null);
  const named = wanted !== null && Math.floor(wanted.place / STRETCH) === at;
  const near = seen || whole || named;
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
  useEffect(() => {
    if (!drawn || !named || reached.current === wanted) return;
    reached.current = wanted;
    document.getElementById(wanted.id)?.scrollIntoView();
  }, [drawn, named, wanted]);
  const style = drawn ? undefined : { minHeight: height };
  return (
    <div ref={place} data-drawn={drawn ? "yes" : "no"} style={style}>
      {drawn && comments.map((comment) => <CommentCard key={comment.id} comment={comment} debate={debate} {...more} />)}
    </div>
  );
}
