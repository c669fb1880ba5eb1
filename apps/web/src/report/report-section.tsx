import { Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { BarsChart, ChartFigure, RangesChart, TimelineChart } from '../chart/chart-figure.tsx';
import { FiguresTable } from '../chart/figures-table.tsx';
import { describeChart } from './describe-chart.ts';
import { StatementView } from './statement-view.tsx';

interface Props {
  readonly section: Schemas['ReportSection'];
  readonly sources: readonly Schemas['ReportSource'][];
}

export function ReportSectionView({ section, sources }: Props) {
  const { id, title, statements, chart, table } = section;
  return (
    <Stack component="section" gap="xs" maw={760} aria-labelledby={`section-${id}`}>
      <Title order={2} id={`section-${id}`}>
        {title}
      </Title>
      {statements.map((statement) => (
        <StatementView key={statement.text} statement={statement} sources={sources} />
      ))}
      {chart && <ReportChart chart={chart} />}
      {table && <FiguresTable name={title} {...table} />}
    </Stack>
  );
}

type Chart = Schemas['ReportChart'];

function ReportChart({ chart }: { readonly chart: Chart }) {
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
