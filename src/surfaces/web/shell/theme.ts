// Light, dark, or as the system: kept in this browser, applied before the first paint by theme.js.

export type Theme = "system" | "light" | "dark";

const KEY = "detente-theme";
const order: readonly Theme[] = ["system", "light", "dark"];

export function theme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function nextTheme(now: Theme): Theme {
  return order[(order.indexOf(now) + 1) % order.length] ?? "system";
}

export function applyTheme(chosen: Theme): void {
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
  keep(KEY, chosen === "system" ? null : chosen);
}

/** Storage may be closed to a page: then a choice lasts as long as the page. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice stands until the page is left.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
