import type { ReportChart } from '@refrain/domain';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { formatNumber } from '../../text/format-number.ts';
import { formatSourceAnchor } from './describe-refs.ts';
import { formatPrintableLine } from './format-printable-line.ts';

const width = 720;
const height = 160;
const rowHeight = 28;
const labelWidth = 160;
const edge = 8;
/** Height of the labels below bars */
const foot = 20;
const maxLabelLength = 120;

type ChartOf<Kind extends ReportChart['kind']> = Extract<ReportChart, { kind: Kind }>;

export function renderChartSvg(chart: ReportChart): Element {
  if (chart.kind === 'bars') return drawBars(chart);
  return chart.kind === 'timeline' ? drawTimeline(chart) : drawRanges(chart);
}

/** Creates an SVG title, which screen readers read out and browsers show as a tooltip. */
function describe(content: string): Element {
  return s('title', formatPrintableLine(content, maxLabelLength));
}

function frame(title: string, tall: number, children: readonly Element[]): Element {
  return s('svg', { viewBox: `0 0 ${width} ${tall}`, role: 'img' }, [describe(title), ...children]);
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Element {
  return s('text', { x: round(x), y: round(y), 'text-anchor': anchor }, formatPrintableLine(content, maxLabelLength));
}

function drawBars({ title, bars, levels }: ChartOf<'bars'>): Element {
  const largest = Math.max(...bars.map(({ value }) => value), ...levels.map(({ value }) => value), 1e-9);
  const floor = height - foot;
  const step = (width - 2 * edge) / Math.max(bars.length, 1);
  const y = (value: number) => floor - (value / largest) * (floor - edge);
  return frame(title, height, [
    ...bars.map(({ label, value }, at) =>
      s(
        'rect',
        {
          class: 'bar',
          x: round(edge + at * step),
          y: round(y(value)),
          width: round(step * 0.8),
          height: round(floor - y(value)),
        },
        [describe(`${label}: ${formatNumber(value)}`)],
      ),
    ),
    ...levels.map(({ label, value, from, to }) =>
      s(
        'line',
        {
          class: 'level',
          x1: round(edge + from * step),
          x2: round(edge + (to + 1) * step),
          y1: round(y(value)),
          y2: round(y(value)),
        },
        [describe(`${label}: ${formatNumber(value)}`)],
      ),
    ),
    text(edge, height - 4, bars[0]?.label ?? ''),
    text(width - edge, height - 4, bars.at(-1)?.label ?? '', 'end'),
    text(width / 2, height - 4, `highest ${formatNumber(Math.max(...bars.map(({ value }) => value), 0))}`, 'middle'),
  ]);
}

function drawTimeline({ title, from, until, marks }: ChartOf<'timeline'>): Element {
  const start = Date.parse(from);
  const span = Math.max(Date.parse(until) - start, 1);
  const x = (at: string) => edge + ((Date.parse(at) - start) / span) * (width - 2 * edge);
  const tall = 56;
  return frame(title, tall, [
    s('line', { class: 'axis', x1: edge, x2: width - edge, y1: 20, y2: 20 }),
    ...marks.map(({ at, ref, label }) =>
      s('a', { href: `#${formatSourceAnchor(ref)}` }, [
        s('circle', { class: 'mark', cx: round(x(at)), cy: 20, r: 6 }, [
          describe(`${ref} ${at.slice(0, 10)}: ${label}`),
        ]),
      ]),
    ),
    text(edge, tall - 8, from.slice(0, 10)),
    text(width - edge, tall - 8, until.slice(0, 10), 'end'),
  ]);
}

function drawRanges({ title, rows }: ChartOf<'ranges'>): Element {
  const largest = Math.max(...rows.flatMap(({ value, high }) => [value ?? 0, high ?? 0]), 1e-9);
  const x = (value: number) => labelWidth + (value / largest) * (width - labelWidth - 80);
  return frame(
    title,
    rows.length * rowHeight + edge,
    rows.flatMap(({ label, value, low, high }, at) => {
      const y = at * rowHeight + rowHeight / 2 + edge / 2;
      const figures =
        value === null
          ? 'not known'
          : `${formatNumber(value)}${low === null || high === null ? '' : ` (${formatNumber(low)}–${formatNumber(high)})`}`;
      return [
        text(0, y + 4, label),
        ...(low === null || high === null
          ? []
          : [s('line', { class: 'range', x1: round(x(low)), x2: round(x(high)), y1: y, y2: y })]),
        ...(value === null ? [] : [s('circle', { class: 'value', cx: round(x(value)), cy: y, r: 5 })]),
        text(Math.max(x(high ?? value ?? 0), labelWidth) + 10, y + 4, figures),
      ];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
