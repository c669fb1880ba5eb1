import { Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeWriteProblem, labelsOfWriteActions } from '../labels/audit-labels.ts';
import { capitalise } from '../labels/capitalise.ts';
import { ProviderWriteStateBadge } from './provider-write-state-badge.tsx';

export function ProviderWriteRow({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { id, action, target, why, by, at, url, state, problem } = write;
  const subject = subjectOf(write);
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 260px">
          <PageLink to="/audit" search={(before) => ({ ...before, write: id })} resetScroll={false} inherit>
            {capitalise(labelsOfWriteActions[action])}: {target}
          </PageLink>
        </Title>
        <ProviderWriteStateBadge state={state} />
      </Group>
      {subject !== null && (
        <Text size="sm" fw={500} mt={4}>
          {subject}
        </Text>
      )}
      <Text size="sm" my={4}>
        {why}
      </Text>
      {problem !== null && (
        <Text size="sm">
          {describeWriteProblem(state)}: {problem}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        <Timestamp at={at} />, by {by}
        {url !== null && (
          <>
            {' · '}
            <ExternalLink url={url}>Open at the provider</ExternalLink>
          </>
        )}
      </Text>
    </Card>
  );
}

function subjectOf({ content }: Schemas['ProviderWrite']): string | null {
  const { title, name } = content;
  const subject = title ?? name;
  return typeof subject === 'string' && subject !== '' ? subject : null;
}
