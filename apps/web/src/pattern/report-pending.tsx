import { Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PatternFacts } from './pattern-facts.tsx';

export function ReportPending({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
  return (
    <Stack>
      <Title order={1}>{pattern.name}</Title>
      <Text size="lg">{pattern.lesson}</Text>
      <Text c="dimmed" role="status">
        Its report is being written.
      </Text>
      <PatternFacts pattern={pattern} />
    </Stack>
  );
}
