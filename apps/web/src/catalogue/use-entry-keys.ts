import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { type Entry, nextUndecided, type Status, step } from './entry.ts';

interface Options {
  readonly entries: readonly Entry[];
  readonly isOn: boolean;
  /** About how high a row is, in pixels: to get near to one that is not in the page. */
  readonly rowHeight: number;
  decide(entry: Entry, to: Exclude<Status, 'suggested'>): void;
  undo(): void;
}

/** j and k move, y and n decide on the one that is looked at and go on, u takes back. Single letters can be switched off (WCAG 2.1.4). */
export function useEntryKeys({ entries, isOn, rowHeight, decide, undo }: Options) {
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
  function decideCurrent(to: Exclude<Status, 'suggested'>) {
    const entry = entries.find(({ id }) => id === current);
    if (!entry) return go(step(entries, null, 1));
    decide(entry, to);
    go(nextUndecided(entries, entry.id));
  }
  // On any element but those that are typed into: the switch of the keys is an input too, and they work from there.
  const on = (key: string, act: () => void): HotkeyItem => [
    key,
    ({ target }) => isOn && !isTypedInto(target) && act(),
    { preventDefault: false },
  ];
  useHotkeys(
    [
      on('j', () => go(step(entries, current, 1))),
      on('k', () => go(step(entries, current, -1))),
      on('y', () => decideCurrent('confirmed')),
      on('n', () => decideCurrent('rejected')),
      on('u', undo),
    ],
    [],
  );
  return {
    current,
    byKey,
    look(id: string) {
      if (id === current) return;
      setByKey(false);
      setCurrent(id);
    },
  };
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}
