import { Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PatternPropertyList } from './pattern-property-list.tsx';

export function PendingReportNotice({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
  return (
    <Stack>
      <Title order={1}>{pattern.name}</Title>
      <Text size="lg">{pattern.lesson}</Text>
      <Text c="dimmed" role="status">
        Its report is being written.
      </Text>
      <PatternPropertyList pattern={pattern} />
    </Stack>
  );
}
