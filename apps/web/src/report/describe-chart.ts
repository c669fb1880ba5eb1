import type { Schemas } from '../api/refrain.ts';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { formatDayAndTime } from '../labels/times.ts';

interface ChartDescription {
  readonly description?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Describes a chart for people who cannot see it: its figures as a table, and its lines in words. */
export function describeChart(chart: Schemas['ReportChart']): ChartDescription {
  switch (chart.kind) {
    case 'bars': {
      const { bars, levels } = chart;
      const isByWeek = bars.every(({ label }) => /^\d{4}-W\d\d$/u.test(label));
      return {
        ...(levels.length > 0 && {
          description: `The line is the ${levels.map((level) => describeLevel(level, bars)).join(', the ')}.`,
        }),
        columns: [isByWeek ? 'Week' : 'Item', 'Value'],
        rows: bars.map(({ label, value }) => [label, formatTwoSignificantDigits(value)]),
      };
    }
    case 'timeline':
      return {
        columns: ['Time', 'Reference', 'Episode'],
        rows: chart.marks.map(({ at, ref, label }) => [formatDayAndTime(at), ref, label]),
      };
    case 'ranges':
      return {
        description: describeRanges(chart.rows),
        columns: ['Period', 'Expected', 'Low', 'High'],
        rows: chart.rows.map(({ label, value, low, high }) => [label, ...[value, low, high].map(formatFigure)]),
      };
  }
}

type Bars = Extract<Schemas['ReportChart'], { kind: 'bars' }>;

function describeLevel({ label, value, from, to }: Bars['levels'][number], bars: Bars['bars']): string {
  const coversAllBars = from === 0 && to === bars.length - 1;
  const range = coversAllBars ? '' : ` (${bars[from]?.label} to ${bars[to]?.label})`;
  return `${label}, ${formatTwoSignificantDigits(value)}${range}`;
}

type Ranges = Extract<Schemas['ReportChart'], { kind: 'ranges' }>;

function describeRanges(rows: Ranges['rows']): string {
  const unknown = rows.filter(({ value }) => value === null).map(({ label }) => label);
  const unknownText = unknown.length === 0 ? '' : ` Unknown: ${unknown.join(', ')}.`;
  return `The dot is the expected value, the bar its range.${unknownText}`;
}

function formatFigure(figure: number | null): string {
  return figure === null ? 'unknown' : formatTwoSignificantDigits(figure);
}
