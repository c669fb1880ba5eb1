import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay, formatDayAndTime } from '../labels/times.ts';
import { axis, grid, tooltipStyle } from './axis.ts';
import { listMonthTicks } from './list-month-ticks.ts';

interface TimelineMark {
  readonly at: string;
  readonly row: string;
  readonly label: string;
}

interface Props {
  readonly from: string;
  readonly until: string;
  /** Names of the rows, from top to bottom. */
  readonly rows: readonly string[];
  readonly marks: readonly TimelineMark[];
  /** Vertical lines across all rows, such as fixes. */
  readonly markers: readonly { readonly at: string; readonly label: string }[];
}

const formatMonth = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(new Date(at));
const formatDayOf = (at: number) => formatDay(new Date(at).toISOString());

export function TimelineChart({ from, until, rows, marks, markers }: Props) {
  const data = marks.map((mark) => ({
    ...mark,
    time: Date.parse(mark.at),
    position: rows.length - rows.indexOf(mark.row),
  }));
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const months = listMonthTicks(begin, end);
  // A single tick does not show the scale, so a short range is labelled at both ends.
  const time =
    months.length < 2 ? { ticks: [begin, end], format: formatDayOf } : { ticks: months, format: formatMonth };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart accessibilityLayer={false} margin={{ top: 16, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid {...grid} />
        <XAxis
          type="number"
          dataKey="time"
          domain={[begin, end]}
          {...axis}
          ticks={time.ticks}
          tickFormatter={time.format}
          interval="equidistantPreserveStart"
          minTickGap={8}
        />
        <YAxis
          type="number"
          dataKey="position"
          domain={[0.5, rows.length + 0.5]}
          ticks={rows.map((_row, at) => rows.length - at)}
          tickFormatter={(position: number) => rows[rows.length - position] ?? ''}
          {...axis}
          width={124}
          interval={0}
        />
        <Tooltip
          {...tooltipStyle}
          cursor={false}
          content={({ payload }) => {
            const mark = payload?.[0]?.payload as TimelineMark | undefined;
            if (mark === undefined) return null;
            return (
              <div style={{ ...tooltipStyle.contentStyle, padding: 8, maxWidth: 320 }}>
                {formatDayAndTime(mark.at)}
                <br />
                {mark.label}
              </div>
            );
          }}
        />
        {markers.map(({ at, label }) => (
          <ReferenceLine
            key={at}
            x={Date.parse(at)}
            stroke="var(--chart-green)"
            strokeWidth={2}
            label={{
              value: `${label}, ${formatDay(at)}`,
              fill: 'var(--chart-text)',
              fontSize: 12,
              position: 'insideTopRight',
            }}
          />
        ))}
        <Scatter data={data} fill="var(--chart-blue)" fillOpacity={0.8} isAnimationActive={false} />
      </ScatterChart>
    </ResponsiveContainer>
  );
}
