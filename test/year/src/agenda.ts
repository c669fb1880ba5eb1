interface Entry {
  readonly at: number;
  readonly place: number;
  readonly run: () => Promise<void>;
}

/** What is going to happen, in the order of its time; of equals what was put down first. */
export interface Agenda {
  /** @param at milliseconds since 1970 */
  add(at: number, run: () => Promise<void>): void;
  /** The next that is due by then; null where none is. */
  take(until: number): { readonly at: number; readonly run: () => Promise<void> } | null;
}

export function createAgenda(): Agenda {
  const entries: Entry[] = [];
  let count = 0;
  const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.place < b.place);
  return {
    add(at, run) {
      const entry = { at, run, place: count++ };
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(entries[middle] as Entry, entry)) high = middle;
        else low = middle + 1;
      }
      // The last is the next.
      entries.splice(low, 0, entry);
    },
    take(until) {
      const next = entries.at(-1);
      if (next === undefined || next.at > until) return null;
      entries.pop();
      return next;
    },
  };
}
