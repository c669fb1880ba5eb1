import { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { Schemas } from '../api/refrain.ts';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { axis, grid, tooltipStyle } from './axis.ts';

type Ranges = Extract<Schemas['ReportChart'], { kind: 'ranges' }>;
type Row = Ranges['rows'][number];

/** Draws each row that has a value: the likely range as a bar and the expected value as a dot. */
export function RangesChart({ chart: { rows } }: { readonly chart: Ranges }) {
  const known = rows.filter(({ value }) => value !== null);
  const data = known.map((row, at) => {
    const { value, low, high } = row;
    const spread = value === null || low === null || high === null ? [0, 0] : [value - low, high - value];
    return { ...row, spread, position: known.length - at };
  });
  const ends = known.flatMap(({ value, low, high }) => [value, low, high]).filter((end) => end !== null);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid {...grid} vertical horizontal={false} />
        <XAxis
          type="number"
          dataKey="value"
          domain={[Math.min(0, ...ends), Math.max(...ends)]}
          {...axis}
          tickFormatter={formatTwoSignificantDigits}
        />
        <YAxis
          type="number"
          dataKey="position"
          domain={[0.5, known.length + 0.5]}
          ticks={known.map((_row, at) => known.length - at)}
          tickFormatter={(position: number) => known[known.length - position]?.label ?? ''}
          {...axis}
          width={120}
          interval={0}
        />
        <Tooltip
          {...tooltipStyle}
          cursor={false}
          content={({ payload }) => {
            const row = payload?.[0]?.payload as Row | undefined;
            return row && <div style={{ ...tooltipStyle.contentStyle, padding: 8 }}>{describeRow(row)}</div>;
          }}
        />
        <Scatter data={data} fill="var(--chart-orange)" isAnimationActive={false}>
          <ErrorBar
            dataKey="spread"
            direction="x"
            width={0}
            stroke="var(--chart-blue)"
            strokeWidth={14}
            strokeOpacity={0.45}
            isAnimationActive={false}
          />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function describeRow({ label, value, low, high }: Row): string {
  const range =
    low === null || high === null
      ? ''
      : `, likely ${formatTwoSignificantDigits(low)} to ${formatTwoSignificantDigits(high)}`;
  return `${label}: ${formatTwoSignificantDigits(value ?? 0)}${range}`;
}
