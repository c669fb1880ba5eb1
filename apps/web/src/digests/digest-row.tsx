import { Group, Paper, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/count.ts';
import { describeDigestScope, describePeriod } from '../labels/describe-period.ts';

export function DigestRow({ digest }: { readonly digest: Schemas['ListedDigest'] }) {
  const { id, scope, period, episodes, episodesBefore, createdAt } = digest;
  return (
    <Paper withBorder px="md" py="xs" component="article">
      <Group justify="space-between" gap="xs" align="baseline">
        <PageLink to="/digests/$digestId" params={{ digestId: id }} fw={600}>
          {describePeriod(period)}: {describeDigestScope(scope)}
        </PageLink>
        <Text size="sm" c="dimmed">
          written <Timestamp at={createdAt} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {count(episodes, 'episode')}, {episodesBefore} in the {period.kind} before
      </Text>
    </Paper>
  );
}
