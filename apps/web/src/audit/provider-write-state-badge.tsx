import { Badge } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { colorsOfWriteStates, labelsOfWriteStates, meaningsOfWriteStates } from '../labels/audit-labels.ts';

export function ProviderWriteStateBadge({ state }: { readonly state: Schemas['WriteState'] }) {
  return (
    <Badge variant="dot" color={colorsOfWriteStates[state]} tt="none" fw={500} title={meaningsOfWriteStates[state]}>
      {labelsOfWriteStates[state]}
    </Badge>
  );
}
