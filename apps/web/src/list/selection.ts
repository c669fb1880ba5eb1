import { useState } from 'react';

/** The selected items of a list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  replace(ids: readonly string[]): void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id) =>
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    replace: (wanted) => setIds(new Set(wanted)),
  };
}
