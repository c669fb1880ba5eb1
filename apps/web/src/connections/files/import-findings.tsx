import { Group, List, Loader, Stack, Text } from '@mantine/core';
import { refrain, useSystemStatus } from '../../api/refrain.ts';
import { ButtonLink, TextLink } from '../../components/links.tsx';
import { count } from '../../labels/format.ts';
import { countPatterns } from './count-patterns.ts';

const maxListed = 5;

/** Says which patterns the imported failures belong to, as soon as they are clustered. */
export function ImportFindings({ connectionId }: { readonly connectionId: string }) {
  const isBusy = useSystemStatus().data?.busy !== false;
  const query = { connectionId, limit: 200 };
  const options = { refetchInterval: isBusy ? 5_000 : (false as const) };
  const failures = refrain.useQuery('get', '/v1/failures', { params: { query } }, options).data;
  const patterns = countPatterns(failures?.items ?? []);
  return (
    <Stack gap={6}>
      {isBusy && (
        <Group gap={6}>
          <Loader size="xs" aria-hidden />
          <Text size="sm">Refrain is looking for failures that recur…</Text>
        </Group>
      )}
      {!isBusy && failures !== undefined && <Text size="sm">{describeFindings(failures.items.length, patterns)}</Text>}
      {patterns.length > 0 && (
        <List size="sm">
          {patterns.slice(0, maxListed).map(({ id, name, failures }) => (
            <List.Item key={id}>
              <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
                {name}
              </TextLink>
              : {count(failures, 'imported failure')}
            </List.Item>
          ))}
        </List>
      )}
      {patterns.length > maxListed && (
        <ButtonLink size="xs" to="/patterns" style={{ alignSelf: 'flex-start' }}>
          View all patterns
        </ButtonLink>
      )}
    </Stack>
  );
}

function describeFindings(failures: number, patterns: readonly { readonly failures: number }[]): string {
  const inPatterns = patterns.reduce((sum, pattern) => sum + pattern.failures, 0);
  if (failures === 0) return 'The source has no failures.';
  if (patterns.length === 0) return 'So far, no imported failure recurs or resembles an earlier one.';
  return `${inPatterns} of the ${failures === 200 ? 'newest ' : ''}${count(failures, 'failure')} of this source ${inPatterns === 1 ? 'belongs' : 'belong'} to ${count(patterns.length, 'pattern')}:`;
}
