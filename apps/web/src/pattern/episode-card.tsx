import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { count } from '../words/count.ts';
import { describeEvidence } from '../words/evidence.ts';
import { formatDay } from '../words/times.ts';
import { anchorOf } from './anchor-of.ts';
import { FailureEntry } from './failure-entry.tsx';
import type { EpisodeMembers } from './group-by-episode.ts';

interface Props {
  readonly episode: EpisodeMembers;
  readonly links: readonly Schemas['ReportLink'][];
  /** How sentences of the report call it; null where they do not. */
  readonly name: string | null;
}

/** The failures of one event; they belong to the pattern together, so that most often one reason stands for all. */
export function EpisodeCard({ episode: { startedAt, failures }, links, name }: Props) {
  const reasons = new Set(failures.map(({ confidence, evidence }) => describeEvidence(confidence, evidence)));
  return (
    <Card withBorder padding="md" {...(name === null ? {} : { id: anchorOf(name) })}>
      <Title order={3} mb="sm">
        {name !== null && `${name} · `}
        {formatDay(startedAt)}
        {failures.length > 1 && (
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            · {count(failures.length, 'failure')} of one event
          </Text>
        )}
      </Title>
      <Stack gap="md">
        {failures.map((member) => (
          <FailureEntry
            key={member.failureId}
            member={member}
            links={links.filter(({ failureId }) => failureId === member.failureId)}
          />
        ))}
        {[...reasons].map((reason) => (
          <Text key={reason} size="sm" c="dimmed">
            Belongs to this pattern {reason}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
