import { useEffect } from 'react';
import { findItemOf, findPosition, focusItem, listItems } from './list-items.ts';

const overlays = '[role=dialog], [role=menu], [role=status]';

/**
 * Keeps the focus on the page after an action has removed the element that had the focus, or after its dialog was closed: the
 * item of a list keeps it, an item that takes the place of a removed one gets it, else the button or the page itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let acted: { readonly element: HTMLElement; readonly position: ReturnType<typeof findPosition> } | null = null;
    const remember = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button, a') : null;
      if (button === null || button.closest(overlays) !== null) return;
      const item = findItemOf(button);
      acted = { element: item ?? button, position: findPosition(listItems(), item) };
    };
    const forget = ({ target }: Event) => {
      if (target instanceof Element && target.closest(overlays) === null) acted = null;
    };
    const restore = () => {
      if (acted === null || document.activeElement !== document.body) return;
      const { element, position } = acted;
      // The action is not forgotten: its dialog closes first, and its item may be removed only later.
      if (element.isConnected) return position === null ? element.focus({ preventScroll: true }) : focusItem(element);
      const items = position === null ? [] : (listItems()[position.column] ?? []);
      const next = items[Math.min(position?.row ?? 0, items.length - 1)];
      if (next === undefined) document.getElementById('content')?.focus({ preventScroll: true });
      else focusItem(next);
    };
    const observer = new MutationObserver(restore);
    document.addEventListener('click', remember, true);
    document.addEventListener('keydown', forget, true);
    document.addEventListener('pointerdown', forget, true);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('click', remember, true);
      document.removeEventListener('keydown', forget, true);
      document.removeEventListener('pointerdown', forget, true);
      observer.disconnect();
    };
  }, []);
}
