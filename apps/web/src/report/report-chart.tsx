import type { Schemas } from '../api/refrain.ts';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { BarsChart, RangesChart, TimelineChart } from '../chart/charts.ts';
import { describeChart } from './describe-chart.ts';

type Chart = Schemas['ReportChart'];

export function ReportChart({ chart }: { readonly chart: Chart }) {
  return (
    <ChartFigure title={chart.title} height={heightOf(chart)} {...describeChart(chart)}>
      {draw(chart)}
    </ChartFigure>
  );
}

function heightOf(chart: Chart): number {
  if (chart.kind === 'bars') return 220;
  return chart.kind === 'timeline' ? 110 : 40 + 40 * chart.rows.filter(({ value }) => value !== null).length;
}

function draw(chart: Chart) {
  switch (chart.kind) {
    case 'bars':
      return <BarsChart chart={chart} />;
    case 'ranges':
      return <RangesChart chart={chart} />;
    case 'timeline':
      return (
        <TimelineChart
          from={chart.from}
          until={chart.until}
          rows={['episodes']}
          marks={chart.marks.map(({ at, ref, label }) => ({ at, row: 'episodes', label: `${ref}: ${label}` }))}
          markers={[]}
        />
      );
  }
}
