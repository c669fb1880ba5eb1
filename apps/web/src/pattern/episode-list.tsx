import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReportLink, ReportMember } from '@refrain/domain';
import { count, formatDay } from '../words.ts';
import { FailureEntry } from './failure-entry.tsx';
import { groupByEpisode } from './group-by-episode.ts';

interface Props {
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
}

/** Several failures of one event stand in one card. */
export function EpisodeList({ members, links }: Props) {
  const episodes = groupByEpisode(members);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{count(episodes.length, 'episode')}</Title>
      {episodes.map(({ episodeId, startedAt, failures }) => (
        <Card withBorder key={episodeId} padding="md">
          <Title order={3} mb="sm">
            {formatDay(startedAt)}
            {failures.length > 1 && (
              <Text span size="sm" c="dimmed" fw={400}>
                {' '}
                · {count(failures.length, 'failure')} of one event
              </Text>
            )}
          </Title>
          <Stack gap="lg">
            {failures.map((member) => (
              <FailureEntry
                key={member.failureId}
                member={member}
                links={links.filter(({ failureId }) => failureId === member.failureId)}
              />
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
