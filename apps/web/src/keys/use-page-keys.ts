import { type HotkeyItem, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { findShortcut } from './find-shortcut.ts';
import { moveFocus } from './list-items.ts';

const movingKeys = ['j', 'k', 'h', 'l', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];
const actionKeys = ['a', 'd', 's', 'e', 'u', 'm', 'x'];

/** Whether single keys act. WCAG 2.1.4 requires that users can switch them off. */
export const useKeysEnabled = () => useLocalStorage({ key: 'refrain-keys', defaultValue: true });

/** Binds the keys of all pages: they move between the items of lists, press buttons and open the list of keys. */
export function usePageKeys(openHelp: () => void): void {
  const [isOn] = useKeysEnabled();
  const on = (key: string, act: () => boolean): HotkeyItem => [
    key,
    (event) => {
      if (isOn && !hasOwnKeys(event.target, key) && act()) event.preventDefault();
    },
    { preventDefault: false, usePhysicalKeys: false },
  ];
  useHotkeys(
    [
      ...movingKeys.map((key) => on(key, () => moveFocus(key))),
      ...actionKeys.map((key) => on(key, () => press(key))),
      // Some keyboard layouts need no Shift for the question mark.
      ...['?', 'shift+?'].map((key) =>
        on(key, () => {
          openHelp();
          return true;
        }),
      ),
    ],
    [],
  );
}

function press(key: string): boolean {
  const button = findShortcut(key);
  button?.click();
  return button !== null;
}

const typing = 'textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio])';
const overlays = '[role=dialog], [role=menu], [role=listbox]';
const widgetsWithArrows = '[role=tablist], [role=radiogroup], [role=slider], input[type=radio]';

function hasOwnKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches(typing) || target.closest(overlays) !== null) return true;
  return key.startsWith('Arrow') && target.closest(widgetsWithArrows) !== null;
}
