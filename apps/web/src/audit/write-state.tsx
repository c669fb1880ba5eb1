import { Badge } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { writeStateColors, writeStateLabels, writeStateMeanings } from '../labels/audit-labels.ts';

export function WriteState({ state }: { readonly state: Schemas['WriteState'] }) {
  return (
    <Badge variant="dot" color={writeStateColors[state]} tt="none" fw={500} title={writeStateMeanings[state]}>
      {writeStateLabels[state]}
    </Badge>
  );
}
