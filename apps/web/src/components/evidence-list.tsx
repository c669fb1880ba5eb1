import { List } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';

export function EvidenceList({ evidence }: { readonly evidence: readonly Schemas['Evidence'][] }) {
  if (evidence.length === 0) return null;
  return (
    <List size="sm" c="dimmed" spacing={2}>
      {evidence
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ signal, detail }) => (
          <List.Item key={signal + detail}>{detail}</List.Item>
        ))}
    </List>
  );
}
