import type { BackfillProgress } from './connection.ts';

export interface BackfillTotal {
  readonly records: number;
  /** The expected number of records, which is at least `records` even if an estimate was too low. */
  readonly expected: number;
  /** The number of stored records that are waiting to be parsed. */
  readonly pending: number;
  /** The records per second of all backfills together; null if no backfill has a rate. */
  readonly perSecond: number | null;
  /** Seconds until the slowest backfill ends; null if a running backfill has no estimate. */
  readonly secondsLeft: number | null;
}

/** Combines parallel backfills: rates add up, and the slowest backfill determines the remaining time. */
export function sumBackfillProgress(backfills: readonly BackfillProgress[]): BackfillTotal {
  const records = sum(backfills.map((backfill) => backfill.records));
  const rates = backfills.flatMap(({ perSecond }) => perSecond ?? []);
  const remaining = backfills.filter(({ state }) => state === 'running').map(({ secondsLeft }) => secondsLeft);
  const known = remaining.flatMap((seconds) => seconds ?? []);
  return {
    records,
    expected: Math.max(records, sum(backfills.map((backfill) => backfill.expected ?? backfill.records))),
    pending: sum(backfills.map(({ pending }) => pending)),
    perSecond: rates.length === 0 ? null : sum(rates),
    secondsLeft: known.length === 0 || known.length < remaining.length ? null : Math.max(...known),
  };
}

/** Formats a total, such as `1,200 of about 4,000 records · 310/s · about 9 s left · 12 to parse`. */
export function formatBackfillTotal({ records, expected, pending, perSecond, secondsLeft }: BackfillTotal): string {
  return [
    `${format(records)} of about ${format(expected)} records`,
    ...(perSecond === null ? [] : [`${format(Math.round(perSecond))}/s`]),
    ...(secondsLeft === null ? [] : [`about ${describeSeconds(secondsLeft)} left`]),
    `${format(pending)} to parse`,
  ].join(' · ');
}

function describeSeconds(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

/** Groups digits by three in every locale. */
function format(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
