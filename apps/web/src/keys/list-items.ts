import { findNextItem } from './find-next-item.ts';

/**
 * Spread onto each item of a list, so that the keys reach it. The item is a link, or an element that contains one. The buttons in
 * it name their keys in `aria-keyshortcuts`.
 */
export const listItem = { 'data-list-item': '' } as const;

/** Spread onto each column of a board, so that the keys move between columns. */
export const listColumn = { 'data-list-column': '' } as const;

const itemSelector = '[data-list-item]';

/** Lists the items of the page column by column. Without columns, all items are one list. */
export function listItems(): HTMLElement[][] {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-list-column]')];
  const roots = columns.length > 0 ? columns : [document.body];
  return roots.map((root) => [...root.querySelectorAll<HTMLElement>(itemSelector)]).filter((items) => items.length > 0);
}

export function findItemOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(itemSelector) ?? null;
}

/** Returns where an item is in the lists; null for an element outside of them. */
export function findPosition(lists: readonly (readonly HTMLElement[])[], item: HTMLElement | null) {
  if (item === null) return null;
  const column = lists.findIndex((items) => items.includes(item));
  return column < 0 ? null : { column, row: lists[column]?.indexOf(item) ?? 0 };
}

/** Moves the focus to another item. Returns whether the key moves within lists, even at their edge. */
export function moveFocus(key: string): boolean {
  const lists = listItems();
  if (lists.length === 0) return false;
  const from = findPosition(lists, findItemOf(document.activeElement)) ?? { column: -1, row: findFirstVisible(lists) };
  const next = findNextItem(lists, from, key);
  if (next === null) return false;
  if (next !== undefined) focusItem(next);
  return true;
}

/** Focuses the item itself if it can have the focus, else its first link. */
export function focusItem(item: HTMLElement): void {
  const target = item.matches('a, button, [tabindex]') ? item : item.querySelector<HTMLElement>('a[href]');
  target?.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** After the user has scrolled, the keys start at what is visible. */
function findFirstVisible([first = []]: readonly (readonly HTMLElement[])[]): number {
  const headerHeight = 52;
  return Math.max(
    0,
    first.findIndex((item) => item.getBoundingClientRect().top >= headerHeight),
  );
}
