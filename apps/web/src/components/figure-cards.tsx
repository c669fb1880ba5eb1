import { Paper, SimpleGrid, Text } from '@mantine/core';

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Says what the value counts, or what it is compared with. */
  readonly note: string;
}

interface Props {
  readonly label: string;
  readonly figures: readonly Figure[];
}

/** Shows the most important figures of a page in a row. */
export function FigureCards({ label, figures }: Props) {
  return (
    <SimpleGrid cols={{ base: 2, md: figures.length }} spacing="sm" component="section" aria-label={label}>
      {figures.map(({ label: title, value, note }) => (
        <Paper key={title} withBorder p="sm">
          <Text size="sm" c="dimmed">
            {title}
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
