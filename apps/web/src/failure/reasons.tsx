import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';

interface Props {
  readonly note?: string | undefined;
  readonly evidence: readonly Schemas['Evidence'][];
}

/** Folds the evidence below how likely the change is. */
export function Reasons({ note, evidence }: Props) {
  const summary = ['Why', note].filter(Boolean).join(' · ');
  if (evidence.length === 0) return note ? <Text size="sm">{note}</Text> : null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" w="fit-content">
        {summary}
      </Text>
      <EvidenceList evidence={evidence} />
    </details>
  );
}
