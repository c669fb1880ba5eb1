import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import type { Schemas } from '../api/refrain.ts';
import { roundly } from '../words/count.ts';
import { axis, grid, sayFigure, tooltip } from './axis.ts';

type Ranges = Extract<Schemas['ReportChart'], { kind: 'ranges' }>;

/** Row by row what is likely, from the low to the high end, and in it what is expected. What is not known has no row. */
export function RangesChart({ chart: { rows } }: { readonly chart: Ranges }) {
  const data = rows
    .filter(({ value }) => value !== null)
    .map(({ label, value, low, high }) => ({
      label,
      value,
      range: low === null || high === null ? null : [low, high],
    }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        layout="vertical"
        data={data}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid {...grid} vertical horizontal={false} />
        <XAxis type="number" {...axis} tickFormatter={roundly} />
        <YAxis type="category" dataKey="label" {...axis} width={120} />
        <Tooltip
          {...tooltip}
          cursor={{ fill: 'var(--chart-band)' }}
          formatter={(value, name) => [sayFigure(value), name]}
        />
        <Bar
          dataKey="range"
          name="range"
          fill="var(--chart-blue)"
          fillOpacity={0.45}
          barSize={14}
          isAnimationActive={false}
        />
        <Scatter dataKey="value" name="expected" fill="var(--chart-orange)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
