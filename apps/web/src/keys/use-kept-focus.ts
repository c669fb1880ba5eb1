import { useEffect } from 'react';
import { findItemOf, findPosition, focusItem, listItems } from './list-items.ts';

/**
 * Keeps the focus on the page after an action has removed the element that had the focus: the item that takes the place of the
 * removed item gets the focus, else the page itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let acted: { readonly element: Element; readonly position: ReturnType<typeof findPosition> } | null = null;
    const remember = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest('[role=dialog], [role=menu]') !== null) return;
      const item = findItemOf(target);
      acted = { element: item ?? target, position: findPosition(listItems(), item) };
    };
    const restore = () => {
      if (acted === null || acted.element.isConnected || document.activeElement !== document.body) return;
      const { position } = acted;
      acted = null;
      const items = position === null ? [] : (listItems()[position.column] ?? []);
      const next = items[Math.min(position?.row ?? 0, items.length - 1)];
      if (next === undefined) document.getElementById('content')?.focus({ preventScroll: true });
      else focusItem(next);
    };
    const observer = new MutationObserver(restore);
    document.addEventListener('click', remember, true);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('click', remember, true);
      observer.disconnect();
    };
  }, []);
}
