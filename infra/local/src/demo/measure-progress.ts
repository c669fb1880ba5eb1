import type { BackfillProgress } from '@refrain/domain';

export interface Measured {
  /** Records taken in and worked on. */
  readonly done: number;
  /** Records expected; at least what has come so far. */
  readonly total: number;
  /** Records a second since the start. */
  readonly rate: number;
  /** Seconds left at that rate; null while it is not known. */
  readonly secondsLeft: number | null;
}

/** Where several backfills stand together after `elapsedMs`; `doneAtStart` were done before. */
export function measureProgress(
  backfills: readonly BackfillProgress[],
  elapsedMs: number,
  doneAtStart: number,
): Measured {
  const sum = (value: (backfill: BackfillProgress) => number) =>
    backfills.reduce((total, backfill) => total + value(backfill), 0);
  const records = sum((backfill) => backfill.records);
  const done = Math.max(records - sum((backfill) => backfill.pending), 0);
  const total = Math.max(
    sum((backfill) => Math.max(backfill.expected ?? 0, backfill.records)),
    done,
  );
  const rate = elapsedMs > 0 ? Math.max(done - doneAtStart, 0) / (elapsedMs / 1000) : 0;
  const secondsLeft = rate > 0 ? Math.ceil((total - done) / rate) : null;
  return { done, total, rate, secondsLeft };
}

/** `1,200 of 4,000 records, 310/s, 9 s left` */
export function describeMeasured({ done, total, rate, secondsLeft }: Measured): string {
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
  return `${format(done)} of ${format(total)} records, ${format(Math.round(rate))}/s${left}`;
}

function format(value: number): string {
  return value.toLocaleString('en-US');
}
