import { Text } from '@mantine/core';
import { type Schemas, useProviderOfConnection } from '../api/refrain.ts';
import { describeOpenState } from './describe-open-state.ts';

/** Says that an incident is still open at its provider. Renders nothing for a closed one. */
export function OpenState({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const provider = useProviderOfConnection(failure.connectionId);
  const name = provider === null || provider.kind === 'files' ? null : provider.name;
  const state = describeOpenState(failure, name, new Date().toISOString());
  if (state === null) return null;
  return (
    <Text span size="sm" fw={500} c="var(--mantine-color-orange-text)">
      {state}
    </Text>
  );
}
