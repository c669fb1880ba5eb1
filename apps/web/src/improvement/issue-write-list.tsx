import { List, Stack, Text, Title } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { PageLink } from '../components/page-link.tsx';
import { QueryState } from '../components/query-state.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { labelsOfWriteActions } from '../labels/audit-labels.ts';
import { capitalise } from '../labels/capitalise.ts';

export function IssueWriteList({ target }: { readonly target: string }) {
  const writes = refrain.useQuery('get', '/v1/writes', { params: { query: { target, limit: 20 } } });
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>What was written there</Title>
      <QueryState query={writes} what="the audit" height={80}>
        {({ items }) => (
          <List size="sm">
            {items.map(({ id, action, why, by, url, at, state }) => (
              <List.Item key={id}>
                <ExternalLink url={url}>{capitalise(labelsOfWriteActions[action])}</ExternalLink>: {why}{' '}
                <Text span size="sm" c="dimmed">
                  {state === 'done' ? '' : `(${state}) `}by {by}, <Timestamp at={at} as="age" />
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </QueryState>
      <PageLink to="/audit" size="sm">
        All of the audit
      </PageLink>
    </Stack>
  );
}
