import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listConnections } from '../api.ts';
import { useStatus } from '../status.ts';

/** Why the list is empty, and what to do about it. */
export function NoPatterns({ filtered }: { readonly filtered: boolean }) {
  const status = useStatus();
  const connections = useQuery({ queryKey: ['connections'], queryFn: listConnections, refetchInterval: 5_000 });
  if (filtered) return <Text>No pattern fits. Take a word or a filter away.</Text>;
  if (connections.data?.items.length === 0) return <NothingConnected />;
  if (status.data?.busy) {
    return <Text>The past is being read. A pattern appears here as soon as a failure is found to have come back.</Text>;
  }
  return <Text>Nothing has come back: no two of the failures known so far are the same failure again.</Text>;
}

function NothingConnected() {
  return (
    <Text>
      Nothing is connected yet. Connect an account with <Code>npx refrain connect</Code> and take in its past with{' '}
      <Code>npx refrain backfill</Code>: what has failed in the same way at least twice appears here.
    </Text>
  );
}
