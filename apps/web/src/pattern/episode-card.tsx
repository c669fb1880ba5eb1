import { Card, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/count.ts';
import { describeEvidence } from '../labels/evidence.ts';
import { formatDay } from '../labels/times.ts';
import { FailureEntry } from './failure-entry.tsx';
import type { EpisodeMembers } from './group-by-episode.ts';

interface Props {
  readonly episode: EpisodeMembers;
  readonly links: readonly Schemas['ReportLink'][];
  /** The reference with which the report cites the episode; null if no sentence cites it. */
  readonly name: string | null;
  readonly isChosen?: boolean;
  /** Selects the episode; undefined for users who cannot decide. */
  toggle?(): void;
}

/** Shows the failures of one episode. Equal reasons for their membership are listed once. */
export function EpisodeCard({ episode: { startedAt, failures }, links, name, isChosen = false, toggle }: Props) {
  const reasons = new Set(failures.map(({ confidence, evidence }) => describeEvidence(confidence, evidence)));
  const heading = `${name === null ? '' : `${name} · `}${formatDay(startedAt)}`;
  return (
    <Card withBorder padding="md">
      <Group gap="sm" mb="sm" wrap="nowrap" align="center">
        {toggle && (
          <Checkbox checked={isChosen} onChange={toggle} aria-label={`Choose ${heading}`} className="not-printed" />
        )}
        <Title order={3}>
          {heading}
          {failures.length > 1 && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              · {count(failures.length, 'failure')} of one event
            </Text>
          )}
        </Title>
      </Group>
      <Stack gap="md">
        {failures.map((member) => (
          <FailureEntry
            key={member.failureId}
            member={member}
            links={links.filter(({ failureId }) => failureId === member.failureId)}
          />
        ))}
      </Stack>
      <Text component="details" size="sm" c="dimmed" mt="sm">
        <summary>Why is it here?</summary>
        <List size="sm">
          {[...reasons].map((reason) => (
            <List.Item key={reason}>It belongs to this pattern {reason}</List.Item>
          ))}
        </List>
      </Text>
    </Card>
  );
}
