import { Box, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { BarsChart, ChartFigure, RangesChart, TimelineChart } from '../chart/chart-figure.tsx';
import { FiguresTable } from '../chart/figures-table.tsx';
import { describeChart } from './describe-chart.ts';
import { StatementView } from './statement-view.tsx';

interface Props {
  readonly section: Schemas['ReportSection'];
  readonly sources: readonly Schemas['ReportSource'][];
  readonly children?: ReactNode;
}

/** Shows a section of a report. Details are folded until a reader opens them; `children` follow the content. */
export function ReportSectionView({ section, sources, children }: Props) {
  const { id, title, statements, chart, table, isDetail } = section;
  const heading = (
    <Title order={2} id={`section-${id}`} display={isDetail ? 'inline' : 'block'}>
      {title}
    </Title>
  );
  const content = (
    <>
      {statements.map((statement) => (
        <StatementView key={statement.text} statement={statement} sources={sources} />
      ))}
      {chart && <ReportChart chart={chart} />}
      {table && <FiguresTable name={title} {...table} />}
      {children}
    </>
  );
  return (
    <Box component="section" maw={760} aria-labelledby={`section-${id}`}>
      {isDetail ? (
        <details>
          <Box component="summary" style={{ cursor: 'pointer' }}>
            {heading}
          </Box>
          <Stack gap="xs" mt="xs">
            {content}
          </Stack>
        </details>
      ) : (
        <Stack gap="xs">
          {heading}
          {content}
        </Stack>
      )}
    </Box>
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
