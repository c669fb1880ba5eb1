import { Text } from '@mantine/core';
import { type Schemas, useProviderOfConnection } from '../api/refrain.ts';
import { describeMissingKnowledge } from './describe-missing-knowledge.ts';

/** Says in one line why the cause or the resolution of a failure is unknown, and which texts would state them. */
export function MissingKnowledge({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const provider = useProviderOfConnection(failure.connectionId);
  const missing = describeMissingKnowledge(
    failure,
    provider === null || provider.kind === 'files' ? null : provider.name,
  );
  return (
    missing && (
      <Text size="sm" c="dimmed">
        {missing}
      </Text>
    )
  );
}
