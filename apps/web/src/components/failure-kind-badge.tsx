import { Badge } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { failureKindColors, failureKindLabels } from '../labels/domain-labels.ts';

export function FailureKindBadge({ kind }: { readonly kind: Schemas['FailureKind'] }) {
  return (
    <Badge variant="dot" color={failureKindColors[kind]} tt="none" fw={500} flex="none">
      {failureKindLabels[kind]}
    </Badge>
  );
}
