import { Text } from '@mantine/core';
import { refrain, type Schemas, useFindProvider } from '../api/refrain.ts';
import { describeMissingKnowledge } from './describe-missing-knowledge.ts';

/** Says in one line why the cause or the resolution of a failure is unknown, and which texts would state them. */
export function MissingKnowledge({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const provider = connections.data?.items.find(({ id }) => id === failure.connectionId)?.provider;
  const found = provider === undefined ? null : findProvider(provider);
  const missing = describeMissingKnowledge(failure, found === null || found.kind === 'files' ? null : found.name);
  return (
    missing && (
      <Text size="sm" c="dimmed">
        {missing}
      </Text>
    )
  );
}
