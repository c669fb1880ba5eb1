import { secondInMs } from '@refrain/domain';

/** A span in which a job pulls pages of one stream. */
export interface TimeSlice {
  /** Whether the job must stop, so that other streams are pulled. */
  isOver(): boolean;
  end(): void;
}

export interface TimeSlices {
  /** @param isShort whether the slice ends after one page in any case */
  begin(connectionId: string, isShort: boolean): TimeSlice;
}

/** Long enough that the start of a slice costs little in comparison. */
const shortMs = secondInMs;
/** Length of a slice of a connection that holds less than its share. */
const longMs = 30 * secondInMs;

/**
 * Shares the slots of this process fairly between connections. A connection that holds fewer slots than its share, for
 * example one with a single long stream, gets long slices. One that holds its share gets short slices, so that its other
 * streams are pulled too.
 * @param slots slices at a time
 * @param now milliseconds since 1970
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
