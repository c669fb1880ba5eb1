import { Group, List, Loader, Stack, Text } from '@mantine/core';
import { refrain, useSystemStatus } from '../../api/refrain.ts';
import { ButtonLink, TextLink } from '../../components/links.tsx';
import { count } from '../../labels/format.ts';
import { countPatterns } from './count-patterns.ts';
import { describeFindings } from './describe-findings.ts';

const maxListed = 5;

interface Props {
  readonly connectionId: string;
  /** The number of records that were new. */
  readonly imported: number;
}

/** Says which patterns the imported failures belong to, as soon as they are clustered. */
export function ImportFindings({ connectionId, imported }: Props) {
  const isBusy = useSystemStatus().data?.busy !== false;
  const query = { connectionId, limit: 200 };
  const options = { refetchInterval: isBusy ? 5_000 : (false as const) };
  const failures = refrain.useQuery('get', '/v1/failures', { params: { query } }, options).data;
  const patterns = countPatterns(failures?.items ?? []);
  const [only] = patterns.length === 1 ? patterns : [];
  return (
    <Stack gap={6}>
      {isBusy && (
        <Group gap={6}>
          <Loader size="xs" aria-hidden />
          <Text size="sm">Refrain is looking for failures that recur…</Text>
        </Group>
      )}
      {!isBusy && failures !== undefined && (
        <Text size="sm">
          {describeFindings({ failures: failures.total, listed: failures.items.length, imported }, patterns)}
          {only !== undefined && (
            <>
              {' “'}
              <TextLink to="/patterns/$patternId" params={{ patternId: only.id }}>
                {only.name}
              </TextLink>
              ”.
            </>
          )}
        </Text>
      )}
      {(patterns.length > 1 || (isBusy && patterns.length > 0)) && (
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
