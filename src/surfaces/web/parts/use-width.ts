// The width that an element has, and whenever it changes. Measuring before the first paint would hold it up: the
// layout's own measures give the width, and only where they miss is the picture drawn again.

import { useEffect, useRef, useState, type RefObject } from "react";

/** `share`: into how many columns the page's main column is split here. */
export function useWidth<Element extends HTMLElement>(share = 1): [RefObject<Element | null>, number] {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(() => guess(share));
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(atLeast(Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

const NARROWEST = 280;
const atLeast = (width: number): number => Math.max(NARROWEST, width);

/** As in layout.css: the frame's padding, and the rail where there is one. */
function guess(share: number): number {
  const window = document.documentElement.clientWidth;
  const column = window <= 600 ? window - 32 : Math.min(1168, window) - 48 - (window > 900 ? 256 : 0);
  return atLeast(share === 1 || column < 704 ? column : Math.floor((column - 32) / share));
}
