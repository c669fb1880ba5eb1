import { useEffect } from 'react';
import { findItemOf, findPosition, focusItem, listItems } from './list-items.ts';

/**
 * Keeps the focus on the page after an action has removed the element that had the focus, or after its dialog was closed: the
 * item of a list keeps it, an item that takes the place of a removed one gets it, else the button or the page itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let acted: { readonly element: HTMLElement; readonly position: ReturnType<typeof findPosition> } | null = null;
    const remember = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button, a') : null;
      if (button === null || button.closest('[role=dialog], [role=menu], [role=status]') !== null) return;
      const item = findItemOf(button);
      acted = { element: item ?? button, position: findPosition(listItems(), item) };
    };
    const restore = () => {
      if (acted === null || document.activeElement !== document.body) return;
      const { element, position } = acted;
      acted = null;
      if (element.isConnected) return position === null ? element.focus({ preventScroll: true }) : focusItem(element);
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
