import type { BackfillProgress } from './connection.ts';

/** Where several backfills stand together. */
export interface BackfillTotal {
  readonly records: number;
  /** At least `records`. */
  readonly expected: number;
  /** Records that are stored and not yet worked on. */
  readonly pending: number;
  /** Records a second; null while none of them has a rate. */
  readonly perSecond: number | null;
  /** Seconds until the slowest is through; null while that of one that runs is not known. */
  readonly secondsLeft: number | null;
}

/** They run beside each other: rates add up, and the slowest is waited for. */
export function addUpBackfills(backfills: readonly BackfillProgress[]): BackfillTotal {
  const records = sum(backfills.map((backfill) => backfill.records));
  const rates = backfills.flatMap(({ perSecond }) => perSecond ?? []);
  const left = backfills.filter(({ state }) => state === 'running').map(({ secondsLeft }) => secondsLeft);
  const known = left.flatMap((seconds) => seconds ?? []);
  return {
    records,
    expected: Math.max(records, sum(backfills.map((backfill) => backfill.expected ?? backfill.records))),
    pending: sum(backfills.map(({ pending }) => pending)),
    perSecond: rates.length === 0 ? null : sum(rates),
    secondsLeft: known.length === 0 || known.length < left.length ? null : Math.max(...known),
  };
}

/** `1,200 of about 4,000 records · 310/s · about 9 s left · 12 to work on` */
export function describeTotal({ records, expected, pending, perSecond, secondsLeft }: BackfillTotal): string {
  return [
    `${format(records)} of about ${format(expected)} records`,
    ...(perSecond === null ? [] : [`${format(Math.round(perSecond))}/s`]),
    ...(secondsLeft === null ? [] : [`about ${describeSeconds(secondsLeft)} left`]),
    `${format(pending)} to work on`,
  ].join(' · ');
}

function describeSeconds(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

/** In groups of three digits, whatever the locale. */
function format(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
