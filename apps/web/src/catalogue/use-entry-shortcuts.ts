import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { type CatalogueEntryStatus, type Entry, findAdjacentEntry, findNextUndecidedEntry } from './entry.ts';

interface Options {
  readonly entries: readonly Entry[];
  readonly isOn: boolean;
  readonly rowHeight: number;
  decide(entry: Entry, to: Exclude<CatalogueEntryStatus, 'suggested'>): void;
  undo(): void;
}

/** Binds keys: j and k move, y and n decide and move on, u undoes. Users can disable them, as WCAG 2.1.4 requires. */
export function useEntryShortcuts({ entries, isOn, rowHeight, decide, undo }: Options) {
  const [current, setCurrent] = useState<string | null>(null);
  const [byKey, setByKey] = useState(false);
  function go(id: string | null) {
    const [from, to] = [current, id].map((wanted) => entries.findIndex((entry) => entry.id === wanted)) as [
      number,
      number,
    ];
    if (Math.abs(to - from) > 5) window.scrollBy({ top: (to - Math.max(from, 0)) * rowHeight });
    setByKey(true);
    setCurrent(id);
  }
  function decideCurrent(to: Exclude<CatalogueEntryStatus, 'suggested'>) {
    const entry = entries.find(({ id }) => id === current);
    if (!entry) return go(findAdjacentEntry(entries, null, 1));
    decide(entry, to);
    go(findNextUndecidedEntry(entries, entry.id));
  }
  // The keys must also work while a checkbox has the focus: the switch that enables the keys is a checkbox.
  const on = (key: string, act: () => void): HotkeyItem => [
    key,
    ({ target }) => isOn && !isTypedInto(target) && act(),
    { preventDefault: false },
  ];
  useHotkeys(
    [
      on('j', () => go(findAdjacentEntry(entries, current, 1))),
      on('k', () => go(findAdjacentEntry(entries, current, -1))),
      on('y', () => decideCurrent('confirmed')),
      on('n', () => decideCurrent('rejected')),
      on('u', undo),
    ],
    [],
  );
  return {
    current,
    byKey,
    select(id: string) {
      if (id === current) return;
      setByKey(false);
      setCurrent(id);
    },
  };
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}
