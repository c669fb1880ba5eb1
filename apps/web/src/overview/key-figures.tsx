import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { describeKeyFigures } from './describe-key-figures.ts';

interface Props {
  readonly figures: Schemas['PeriodFigures'];
  readonly before: Schemas['PeriodFigures'] | null;
  readonly comparison: Schemas['Overview']['comparison'];
  /** The number of improvements that need approval. */
  readonly proposed: number;
}

export function KeyFigures({ figures, before, comparison, proposed }: Props) {
  const shown = describeKeyFigures(figures, before, comparison?.direction ?? null, proposed);
  return (
    <SimpleGrid cols={{ base: 2, md: shown.length }} spacing="sm" component="section" aria-label="Key figures">
      {shown.map(({ label, value, note }) => (
        <Paper key={label} withBorder p="sm">
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text fz={24} fw={600} lh={1.3}>
            {value}
          </Text>
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
