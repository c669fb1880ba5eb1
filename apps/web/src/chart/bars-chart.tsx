import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Schemas } from '../api/refrain.ts';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { axis, grid, tooltipStyle } from './axis.ts';

type Bars = Extract<Schemas['ReportChart'], { kind: 'bars' }>;

/** Draws counts as bars, and reference levels as lines across the bars to which they apply. */
export function BarsChart({ chart: { title, bars, levels } }: { readonly chart: Bars }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart accessibilityLayer={false} data={bars} margin={{ top: 8, right: 8, bottom: 0, left: -16 }}>
        <CartesianGrid {...grid} />
        <XAxis dataKey="label" {...axis} minTickGap={40} />
        <YAxis {...axis} width={52} tickFormatter={formatTwoSignificantDigits} allowDecimals={false} />
        <Tooltip
          {...tooltipStyle}
          cursor={{ fill: 'var(--chart-band)' }}
          formatter={(value) => formatTwoSignificantDigits(Number(value))}
        />
        <Bar dataKey="value" name={title} fill="var(--chart-blue)" isAnimationActive={false} />
        {levels.map(({ label, value, from, to }) => (
          <ReferenceLine
            key={label}
            stroke="var(--chart-orange)"
            strokeWidth={2}
            ifOverflow="extendDomain"
            segment={[
              { x: bars[from]?.label ?? '', y: value },
              { x: bars[to]?.label ?? '', y: value },
            ]}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
