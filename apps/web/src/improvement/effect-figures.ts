import type { Schemas } from '../api/refrain.ts';
import { millisecondsPerDay } from '../labels/times.ts';

type Bars = Extract<Schemas['ReportChart'], { kind: 'bars' }>;
type Rates = Extract<Schemas['ReportChart'], { kind: 'ranges' }>['rows'];

export function listEffectRates({
  perWeek: { before, expectedRate, after },
}: Pick<Schemas['Effect'], 'perWeek'>): Rates {
  const { value, low, high } = before;
  return [
    { label: 'before', value, low, high },
    { label: 'expected without the fix', value: expectedRate, low: null, high: null },
    ...(after === null ? [] : [{ label: 'since the fix', value: after.value, low: after.low, high: after.high }]),
  ];
}

/** Builds a bar chart of episodes by week, with lines for the rates before and since the fix; null without weeks. */
export function createEffectChart(
  weeks: readonly Pick<Schemas['TrendWeek'], 'week' | 'episodes'>[],
  { fixedAt, perWeek: { before, after } }: Pick<Schemas['Effect'], 'fixedAt' | 'perWeek'>,
): Bars | null {
  if (weeks.length === 0) return null;
  const fixWeek = formatIsoWeek(fixedAt);
  const first = weeks.findIndex(({ week }) => week >= fixWeek);
  const last = weeks.length - 1;
  const split = first === -1 ? last : first;
  return {
    kind: 'bars',
    title: 'Episodes by week',
    bars: weeks.map(({ week, episodes }) => ({ label: week, value: episodes })),
    levels: [
      { label: 'before', value: before.value, from: 0, to: Math.max(split - 1, 0) },
      ...(after === null || first === -1 ? [] : [{ label: 'since', value: after.value, from: split, to: last }]),
    ],
  };
}

/** Returns the ISO 8601 week of an instant in UTC. A week belongs to the year of its Thursday. */
export function formatIsoWeek(instant: string): string {
  const day = new Date(instant);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * millisecondsPerDay);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * millisecondsPerDay));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
