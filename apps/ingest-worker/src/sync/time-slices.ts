import { secondInMs } from '@refrain/domain';

export interface TimeSlice {
  isOver(): boolean;
  end(): void;
}

/** Periods in which a job pulls pages of one stream. */
export interface TimeSlices {
  /** @param isShort whether the slice ends after one page regardless of time */
  begin(connectionId: string, isShort: boolean): TimeSlice;
}

/** Duration of a short slice, long enough that starting a slice costs little in comparison. */
const shortMs = secondInMs;
/** Duration of the slice of a connection that uses less than its share of the slots. */
const longMs = 30 * secondInMs;

/**
 * Shares the slots of this process fairly between connections. A connection that uses its full share gets short slices, so that its
 * other streams get a turn.
 * @param slots maximum of concurrent slices
 */
export function createTimeSlices(slots: number, now: () => number): TimeSlices {
  const held = new Map<string, number>();
  const addHeld = (connectionId: string, change: number): void => {
    const left = (held.get(connectionId) ?? 0) + change;
    if (left > 0) held.set(connectionId, left);
    else held.delete(connectionId);
  };
  return {
    begin(connectionId, isShort) {
      const startedAt = now();
      addHeld(connectionId, 1);
      return {
        isOver() {
          const isLong = (held.get(connectionId) ?? 0) < slots / held.size;
          return isShort || now() - startedAt >= (isLong ? longMs : shortMs);
        },
        end: () => addHeld(connectionId, -1),
      };
    },
  };
}
