import { Anchor, Badge, Card, Group, List, Spoiler, Stack, Text, Title } from '@mantine/core';
import type { ReportLink, ReportMember } from '@refrain/domain';
import { count, formatMinute, kindColors, kindWords, linkWords, safeUrl } from '../words.ts';

interface Props {
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
}

/** The members by episode, newest first: several failures of one event stand in one card. */
export function EpisodeList({ members, links }: Props) {
  const episodes = new Map<string, ReportMember[]>();
  for (const member of members.toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))) {
    episodes.set(member.episodeId, [...(episodes.get(member.episodeId) ?? []), member]);
  }
  return (
    <Stack gap="sm">
      <Title order={3}>{count(episodes.size, 'episode')}</Title>
      {[...episodes].map(([episodeId, failures]) => (
        <Card withBorder key={episodeId} padding="sm">
          <Stack gap="md">
            {failures.map((member) => (
              <Member key={member.failureId} member={member} links={links} />
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function Member({ member, links }: { readonly member: ReportMember; readonly links: readonly ReportLink[] }) {
  const url = safeUrl(member.url);
  return (
    <div>
      <Group gap="xs" align="start">
        <Badge variant="light" color={kindColors[member.kind]} tt="none">
          {kindWords[member.kind]}
        </Badge>
        {url ? (
          <Anchor href={url} target="_blank" rel="noreferrer" fw={500}>
            {member.title}
          </Anchor>
        ) : (
          <Text fw={500}>{member.title}</Text>
        )}
      </Group>
      <Text size="xs" c="dimmed" title={member.occurredAt}>
        {formatMinute(member.occurredAt)} · {[member.repository, ...member.services].filter(Boolean).join(', ')}
      </Text>
      {member.excerpt !== '' && (
        <Spoiler maxHeight={72} showLabel="More" hideLabel="Less" mt={4}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {member.excerpt}
          </Text>
        </Spoiler>
      )}
      <List size="sm" mt={4} c="dimmed">
        <List.Item>
          Here because: {member.evidence.map(({ detail }) => detail).join('; ')} ({Math.round(member.confidence * 100)}{' '}
          %)
        </List.Item>
        {links
          .filter(({ failureId }) => failureId === member.failureId)
          .map((link) => (
            <List.Item key={`${link.type}${link.targetId}`}>
              {linkWords[link.type]} <LinkTarget link={link} /> ({Math.round(link.score * 100)} %):{' '}
              {link.evidence.map(({ detail }) => detail).join('; ')}
            </List.Item>
          ))}
      </List>
    </div>
  );
}

function LinkTarget({ link }: { readonly link: ReportLink }) {
  const url = safeUrl(link.targetUrl);
  if (url === null) return link.targetTitle;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer">
      {link.targetTitle}
    </Anchor>
  );
}
