import { secondInMs } from '@refrain/domain';

/** A stream's turn to be pulled from. */
export interface Turn {
  /** Whether others are to have theirs now. */
  isOver(): boolean;
  end(): void;
}

export interface Turns {
  /** @param brief whether the turn is over after one page in any case */
  begin(connectionId: string, brief: boolean): Turn;
}

/** Long enough that beginning a turn costs little beside it. */
const turnMs = secondInMs;
/** Of a connection that holds less than its share. */
const longTurnMs = 30 * secondInMs;

/**
 * Fair shares of what one process pulls at a time. Each connection that is pulled from may hold as many turns as the others:
 * while it holds fewer, as one with a single long stream does, its turns go on; once it holds its share, they end soon, so
 * that its other streams have theirs.
 * @param slots how many turns there can be at a time
 * @param now milliseconds since 1970
 */
export function createTurns(slots: number, now: () => number): Turns {
  const held = new Map<string, number>();
  const count = (connectionId: string, change: number): void => {
    const left = (held.get(connectionId) ?? 0) + change;
    if (left > 0) held.set(connectionId, left);
    else held.delete(connectionId);
  };
  return {
    begin(connectionId, brief) {
      const begunAt = now();
      count(connectionId, 1);
      return {
        isOver() {
          const isLong = (held.get(connectionId) ?? 0) < slots / held.size;
          return brief || now() - begunAt >= (isLong ? longTurnMs : turnMs);
        },
        end: () => count(connectionId, -1),
      };
    },
  };
}
