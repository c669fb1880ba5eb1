import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';

/** Lists evidence in one line, strongest first. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Schemas['Evidence'][] }) {
  if (evidence.length === 0) return null;
  const details = evidence.toSorted((a, b) => b.weight - a.weight).map(({ detail }) => detail);
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {details.join(' · ')}
    </Text>
  );
}
