import { Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { FiguresTable } from '../chart/figures-table.tsx';
import { ReportChart } from './report-chart.tsx';
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
