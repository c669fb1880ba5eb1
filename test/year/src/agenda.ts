interface Entry {
  readonly at: number;
  readonly place: number;
  readonly run: () => Promise<void>;
}

/** Scheduled events, sorted by time and then by insertion. */
export interface Agenda {
  /** Schedules an event at a time in milliseconds since 1970. */
  add(at: number, run: () => Promise<void>): void;
  /** Removes and returns the next event that is due at or before `until`; null if there is none. */
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
      // Entries are sorted in reverse order, so that the next one is at the end of the array.
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
