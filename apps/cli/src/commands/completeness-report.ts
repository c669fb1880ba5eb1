import type { CompletenessDay, CompletenessResponse } from '@refrain/domain';
import { formatTable } from '../terminal.ts';

type Gap = CompletenessResponse['gaps'][number];

/** Formats a share rounded down, so that 100 % means that nothing is missing. */
export function formatShareRoundedDown(stored: number, existing: number): string {
  return `${Math.floor((stored / existing) * 1_000) / 10} %`;
}

export function describeGaps(gaps: readonly Gap[], maxShown: number): string[] {
  const streams = new Map<string, string[]>();
  for (const { stream, day } of gaps) streams.set(stream, [...(streams.get(stream) ?? []), day]);
  const lines = [...streams].slice(0, maxShown).map(([stream, days]) => {
    const more = days.length > maxShown ? ` and ${days.length - maxShown} more days` : '';
    return `${stream}: records are missing on ${days.slice(0, maxShown).join(', ')}${more}`;
  });
  return streams.size > maxShown ? [...lines, `and ${streams.size - maxShown} more streams`] : lines;
}

/** Formats the days of a connection as a table: days with gaps first, then the newest days. */
export function describeCompleteness(name: string, answer: CompletenessResponse, maxRows: number): string {
  const { since, until, existing, stored, gaps, days, uncompared } = answer;
  const share = existing === 0 ? '' : ` (${formatShareRoundedDown(stored, existing)})`;
  const shown = [...days].sort(byGapThenDay).slice(0, maxRows);
  const within = new Set(days.map(keyOf));
  const outside = gaps.filter((gap) => !within.has(keyOf(gap)));
  return [
    `${name}: ${stored} of ${existing} existing records from ${since.slice(0, 10)} to ${until.slice(0, 10)} are stored${share}.`,
    ...(shown.length === 0 ? [] : [formatTable(shown.map(toRow)).trimEnd()]),
    ...(days.length > shown.length ? [`and ${days.length - shown.length} more rows (--json lists them)`] : []),
    ...describeGaps(outside, 5).map((line) => `Outside this period: ${line}`),
    ...(uncompared.length === 0
      ? []
      : [`${uncompared.length} streams have never been compared: ${uncompared.slice(0, 5).join(', ')}`]),
  ].join('\n');
}

function toRow({ day, stream, existing, stored, checkedAt }: CompletenessDay) {
  return { day, stream, existing, stored, missing: existing - stored, compared: checkedAt };
}

function byGapThenDay(a: CompletenessDay, b: CompletenessDay): number {
  const isWhole = (day: CompletenessDay) => (day.stored < day.existing ? 0 : 1);
  return isWhole(a) - isWhole(b) || compare(b.day, a.day) || compare(a.stream, b.stream);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function keyOf({ stream, day }: Gap): string {
  return `${day} ${stream}`;
}
