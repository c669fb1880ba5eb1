import type { ReportChart, ReportTable } from '@refrain/domain';
import { formatNumber } from '../../text/format-number.ts';

type Bars = Extract<ReportChart, { readonly kind: 'bars' }>;
type Ranges = Extract<ReportChart, { readonly kind: 'ranges' }>;

const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Draws a bar chart with block characters, and returns it with a legend; null if there are no bars. */
export function drawTextBarChart({ title, bars }: Bars): { readonly drawn: string; readonly legend: string } | null {
  if (bars.length === 0) return null;
  const largest = Math.max(...bars.map(({ value }) => value), 0);
  const marks = bars.map(
    ({ value }) => heights[Math.round((largest === 0 ? 0 : value / largest) * (heights.length - 1))] ?? '',
  );
  const span = `${bars[0]?.label ?? ''} to ${bars.at(-1)?.label ?? ''}`;
  return { drawn: marks.join(''), legend: `${title}, ${span}, highest ${formatNumber(largest)}` };
}

export function createEstimateTable({ title, rows }: Ranges): ReportTable {
  return {
    columns: [title, 'expected', 'low', 'high'],
    rows: rows.map(({ label, value, low, high }) => [label, ...[value, low, high].map(formatNumber)]),
  };
}
