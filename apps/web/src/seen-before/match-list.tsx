import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { EmptyState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { describeLocation, formatPercent, toSafeUrl } from '../labels/format.ts';

export function MatchList({ answer: { matches, verdict } }: { readonly answer: Schemas['SearchResponse'] }) {
  if (matches.length === 0)
    return (
      <EmptyState title="Nothing is like it.">
        Give more of it: the whole message, or the lines around it. Is it narrowed to a service? Take that away.
      </EmptyState>
    );
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{verdict.seenBefore ? 'Similar failures' : 'The nearest, though hardly the same'}</Title>
      {matches.map((match) => (
        <MatchCard key={match.failure.id} match={match} />
      ))}
    </Stack>
  );
}

function MatchCard({ match }: { readonly match: Schemas['SearchMatch'] }) {
  const { failure, score, pattern, resolution, evidence } = match;
  const { id, kind, title, url } = failure;
  const duration = formatFailureDuration(failure);
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" gap="xs" align="baseline">
        <Title order={3} flex="1 1 260px">
          <PageLink to="/failures/$failureId" params={{ failureId: id }} inherit>
            {title}
          </PageLink>
        </Title>
        <Text size="sm" fw={600} title="One half where two failures are as near as the nearest are on the whole">
          {formatPercent(score)} similar
        </Text>
      </Group>
      <Group gap="xs" mt={4}>
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={failure} />
          {duration && `, ${duration}`}
        </Text>
        <Text size="sm" c="dimmed">
          {describeLocation(failure)}
        </Text>
        {toSafeUrl(url) && (
          <Text size="sm">
            <ExternalLink url={url}>Its page at the provider</ExternalLink>
          </Text>
        )}
      </Group>
      <EvidenceList evidence={evidence} />
      {resolution && <ResolutionNote resolution={resolution} />}
      {pattern && (
        <Text size="sm" mt={4}>
          In the pattern{' '}
          <PageLink to="/patterns/$patternId" params={{ patternId: pattern.id }} inherit underline="always">
            {pattern.name}
          </PageLink>
        </Text>
      )}
    </Card>
  );
}
