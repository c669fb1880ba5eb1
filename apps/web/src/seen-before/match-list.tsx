import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { LocationLinks } from '../components/location-links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { EmptyState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { formatPercent, toSafeUrl } from '../labels/format.ts';

/** Matches below this score are only shown if there are hardly any others. */
const minShownScore = 0.4;
const minShown = 3;

export function MatchList({ answer: { matches, verdict } }: { readonly answer: Schemas['SearchResponse'] }) {
  if (matches.length === 0)
    return (
      <EmptyState title="No similar failure is known.">
        Paste the whole message, or the lines around it. If you limited the search to a service, clear that filter.
      </EmptyState>
    );
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{verdict.seenBefore ? 'Similar failures' : 'Closest failures, but no match'}</Title>
      {matches
        .filter(({ score }, at) => at < minShown || score >= minShownScore)
        .map((match) => (
          <MatchCard key={match.failure.id} match={match} />
        ))}
    </Stack>
  );
}

function MatchCard({ match }: { readonly match: Schemas['SearchMatch'] }) {
  const { failure, score, isRepeat, pattern, resolution, evidence } = match;
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
        <Group gap="xs">
          {isRepeat && <Badge variant="light">Same title</Badge>}
          <Text size="sm" fw={600} title="A failure and its nearest neighbour are 50 % similar on average.">
            {formatPercent(score)} similar
          </Text>
        </Group>
      </Group>
      <Group gap="xs" mt={4}>
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={failure} />
          {duration && `, ${duration}`}
        </Text>
        <Text size="sm" c="dimmed">
          <LocationLinks location={failure} />
        </Text>
        {toSafeUrl(url) && (
          <Text size="sm">
            <ExternalLink url={url}>Open original</ExternalLink>
          </Text>
        )}
      </Group>
      {pattern && (
        <Text size="sm" mt={4}>
          Pattern:{' '}
          <TextLink to="/patterns/$patternId" params={{ patternId: pattern.id }}>
            {pattern.name}
          </TextLink>
        </Text>
      )}
      {resolution && <ResolutionNote resolution={resolution} />}
      <EvidenceList evidence={evidence} />
    </Card>
  );
}
