import { Box, Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { BarsChart, ChartFigure, RangesChart, TimelineChart } from '../chart/chart-figure.tsx';
import { FiguresTable } from '../chart/figures-table.tsx';
import { describeChart } from './describe-chart.ts';
import { readCellText } from './read-cell-text.ts';
import { StatementView } from './statement-view.tsx';

interface Props {
  readonly section: Schemas['ReportSection'];
  readonly sources: readonly Schemas['ReportSource'][];
}

interface ViewProps extends Props {
  /** The size of the heading, whose level is the second. */
  readonly size?: 'h2' | 'h4';
  /** In pixels. */
  readonly maxWidth?: number;
}

/** Shows a section of a report. Details are folded until a reader opens them. */
export function ReportSectionView({ section, sources, size = 'h2', maxWidth = 760 }: ViewProps) {
  const { id, title, isDetail } = section;
  const heading = (
    <Title order={2} size={size} id={`section-${id}`} display={isDetail ? 'inline' : 'block'}>
      {title}
    </Title>
  );
  return (
    <Box component="section" maw={maxWidth} aria-labelledby={`section-${id}`}>
      {isDetail ? (
        <details>
          <Box component="summary" style={{ cursor: 'pointer' }}>
            {heading}
          </Box>
          <Box mt="xs">
            <SectionContent section={section} sources={sources} />
          </Box>
        </details>
      ) : (
        <Stack gap={4}>
          {heading}
          <SectionContent section={section} sources={sources} />
        </Stack>
      )}
    </Box>
  );
}

export function SectionContent({ section: { title, statements, chart, table }, sources }: Props) {
  return (
    <Stack gap="xs">
      {statements.map((statement) => (
        <StatementView key={`${statement.label}${statement.text}`} statement={statement} sources={sources} />
      ))}
      {chart && <ReportChart chart={chart} />}
      {table && (
        <FiguresTable name={title} columns={table.columns} rows={table.rows.map((row) => row.map(readCellText))} />
      )}
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
