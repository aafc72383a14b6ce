// Chinese text, marked as such for fonts, screen readers and hyphenation.

import type { ReactNode } from "react";

export function Zh({ children }: { children: string | undefined }): ReactNode {
  if (children === undefined || children === "") return null;
  return (
    <span lang="zh-Hans" className="zh">
      {children}
    </span>
  );
}
