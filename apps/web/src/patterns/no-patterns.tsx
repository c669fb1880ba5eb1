import { Code, Text } from '@mantine/core';
import { useStatus } from '../status.ts';

/** Why the list is empty, and what to do about it. */
export function NoPatterns({ filtered }: { readonly filtered: boolean }) {
  const { data } = useStatus();
  if (filtered) return <Text>No pattern fits. Take a word or a filter away.</Text>;
  if (data?.busy)
    return <Text>The past is being read. A pattern appears here as soon as a failure has come back.</Text>;
  if (data && data.failures > 0) {
    return <Text>Nothing has come back yet: no two of the failures known so far are the same failure again.</Text>;
  }
  return (
    <Text>
      Nothing is connected yet. Connect an account with <Code>refrain connect</Code> and take in its past with{' '}
      <Code>refrain backfill</Code>: what has failed in the same way at least twice appears here.
    </Text>
  );
}
