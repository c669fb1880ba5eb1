import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { capitalise } from '../labels/format.ts';

/** Lists evidence as short sentences, strongest first. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Schemas['Evidence'][] }) {
  if (evidence.length === 0) return null;
  const details = evidence.toSorted((a, b) => b.weight - a.weight).map(({ detail }) => `${capitalise(detail)}.`);
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {details.join(' ')}
    </Text>
  );
}
