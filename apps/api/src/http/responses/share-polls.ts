import { setTimeout as wait } from 'node:timers/promises';

/** Looks at what many follow, so that one look serves all of them. */
export interface SharedLooks<T> {
  /** Whoever asks for the same while it is read waits for that. */
  read(key: string): Promise<T>;
  /** Until it is time to look again; all who wait are woken together. */
  nextTurn(): Promise<void>;
}

/** @param everyMs between two looks */
export function shareLooks<T>(read: (key: string) => Promise<T>, everyMs: number): SharedLooks<T> {
  const begun = new Map<string, Promise<T>>();
  let turn: Promise<void> | null = null;
  return {
    read(key) {
      const other = begun.get(key);
      if (other !== undefined) return other;
      const own = read(key).finally(() => begun.delete(key));
      begun.set(key, own);
      return own;
    },
    nextTurn() {
      turn ??= wait(everyMs).then(() => {
        turn = null;
      });
      return turn;
    },
  };
}
