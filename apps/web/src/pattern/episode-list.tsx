import { Box, Button, Card, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink } from '../components/links.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { linkTypeLabels } from '../labels/domain-labels.ts';
import { count, describeEvidence, removeTitleLines } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { formatDay } from '../labels/times.ts';
import { type EpisodeMembers, groupByEpisode } from './group-by-episode.ts';
import { SelectionBar } from './selection-bar.tsx';

interface Props {
  readonly patternId: string;
  readonly members: readonly Schemas['ReportMember'][];
  readonly links: readonly Schemas['ReportLink'][];
  readonly sources: readonly Schemas['ReportSource'][];
  readonly canDecide: boolean;
}

const initialCount = 30;

export function EpisodeList({ patternId, members, links, sources, canDecide }: Props) {
  const episodes = groupByEpisode(members);
  const refOf = new Map(sources.map(({ id, ref }) => [id, ref]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(initialCount);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Stack gap="sm" component="section" id="episodes">
      <Title order={2}>{count(episodes.length, 'episode')}</Title>
      {episodes.slice(0, shown).map((episode) => (
        <EpisodeCard
          key={episode.episodeId}
          episode={episode}
          links={links}
          name={refOf.get(episode.episodeId) ?? null}
          {...(canDecide ? { isChosen: chosen.has(episode.episodeId), toggle: () => toggle(episode.episodeId) } : {})}
        />
      ))}
      {episodes.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + 100)}>
          Show {Math.min(100, episodes.length - shown)} more of {episodes.length}
        </Button>
      )}
      {chosen.size > 0 && (
        <SelectionBar patternId={patternId} members={members} chosen={chosen} clear={() => setChosen(new Set())} />
      )}
    </Stack>
  );
}

interface EpisodeCardProps {
  readonly episode: EpisodeMembers;
  readonly links: readonly Schemas['ReportLink'][];
  /** The reference with which the report cites the episode; null if no sentence cites it. */
  readonly name: string | null;
  readonly isChosen?: boolean;
  /** Selects the episode; undefined for users who cannot decide. */
  toggle?(): void;
}

/** Shows the failures of one episode. Equal reasons for their membership are listed once. */
function EpisodeCard({ episode: { startedAt, failures }, links, name, isChosen = false, toggle }: EpisodeCardProps) {
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

interface FailureEntryProps {
  readonly member: Schemas['ReportMember'];
  readonly links: readonly Schemas['ReportLink'][];
}

function FailureEntry({ member, links }: FailureEntryProps) {
  const { kind, title, url, repository, services } = member;
  const duration = formatFailureDuration(member);
  const excerpt = removeTitleLines(member.excerpt, title);
  const location = [...services, repository].filter(Boolean).join(', ');
  return (
    <div>
      <Text fw={600} lineClamp={4}>
        <ExternalLink url={url}>{title}</ExternalLink>
      </Text>
      <Group gap="xs" mt={4}>
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={member} />
          {duration && `, ${duration}`}
          {location && ` · ${location}`}
        </Text>
      </Group>
      {excerpt !== '' && (
        <Box
          component="blockquote"
          m={0}
          mt="xs"
          pl="sm"
          style={{ borderLeft: '3px solid var(--mantine-color-default-border)' }}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {excerpt}
          </Text>
        </Box>
      )}
      {links.length > 0 && (
        <List size="sm" mt="xs" c="dimmed">
          {links.toSorted(byType).map((link) => (
            <List.Item key={`${link.type}${link.targetId}`}>
              {linkTypeLabels[link.type]} <ExternalLink url={link.targetUrl}>{link.targetTitle}</ExternalLink>{' '}
              {describeEvidence(link.score, link.evidence)}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

const linkTypes = listLabelKeys(linkTypeLabels);

function byType(a: Schemas['ReportLink'], b: Schemas['ReportLink']): number {
  return linkTypes.indexOf(a.type) - linkTypes.indexOf(b.type);
}
