import { Group, Paper, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeDigestScope } from '../labels/describe-digest-period.ts';
import { describeDigestNews } from './describe-digest-news.ts';

/** A digest in one line: whose it is and what it says. */
export function DigestCard({ digest }: { readonly digest: Schemas['ListedDigest'] }) {
  const { id, scope } = digest;
  return (
    <Paper withBorder px="md" py="xs" component="article">
      <Group justify="space-between" gap="xs" align="baseline">
        <PageLink to="/digests/$digestId" params={{ digestId: id }} fw={600}>
          {describeDigestScope(scope)}
        </PageLink>
        <Text size="sm" c="dimmed">
          {describeDigestNews(digest)}
        </Text>
      </Group>
    </Paper>
  );
}
