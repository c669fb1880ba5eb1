import { findItemOf } from './list-items.ts';

/**
 * Finds the button of a key, as named by `aria-keyshortcuts`: in the focused item of a list, else on the page outside
 * of lists. Of several buttons, such as those of two notifications, the last one counts.
 */
export function findShortcut(key: string): HTMLElement | null {
  const selector = `[aria-keyshortcuts="${key}"]:not(:disabled, [data-disabled])`;
  const inItem = findItemOf(document.activeElement)?.querySelector<HTMLElement>(selector);
  if (inItem) return inItem;
  const onPage = [...document.querySelectorAll<HTMLElement>(selector)].filter((button) => findItemOf(button) === null);
  return onPage.at(-1) ?? null;
}

export interface Shortcut {
  readonly key: string;
  readonly label: string;
}

/** Lists the keys of the buttons of the page, each once. */
export function listShortcuts(): Shortcut[] {
  const labels = new Map<string, string>();
  for (const button of document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')) {
    const key = button.getAttribute('aria-keyshortcuts') ?? '';
    const label = (button.dataset['shortcut'] ?? button.getAttribute('aria-label') ?? button.textContent).trim();
    if (key.length === 1 && !labels.has(key)) labels.set(key, label);
  }
  return [...labels].map(([key, label]) => ({ key, label }));
}
