import { Badge } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { writeStateColors, writeStateMeanings, writeStateWords } from '../words/audit-words.ts';

export function WriteState({ state }: { readonly state: Schemas['WriteState'] }) {
  return (
    <Badge variant="dot" color={writeStateColors[state]} tt="none" fw={500} title={writeStateMeanings[state]}>
      {writeStateWords[state]}
    </Badge>
  );
}
