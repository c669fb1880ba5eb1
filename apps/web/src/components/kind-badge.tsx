import { Badge } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { kindColors, kindLabels } from '../labels/domain-labels.ts';

export function KindBadge({ kind }: { readonly kind: Schemas['FailureKind'] }) {
  return (
    <Badge variant="dot" color={kindColors[kind]} tt="none" fw={500} flex="none">
      {kindLabels[kind]}
    </Badge>
  );
}
