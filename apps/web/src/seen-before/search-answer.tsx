import { Alert, Card, Group, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { LocationLinks } from '../components/location-links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration, Timestamp } from '../components/timestamp.tsx';
import { count, describeConfidence, formatPercent, toSafeUrl } from '../labels/format.ts';
import { describeVerdict, hasComparableWords } from './describe-verdict.ts';

type Question = Omit<Schemas['SearchQuery'], 'limit'>;

export function SearchAnswer({ question }: { readonly question: Question }) {
  const answer = refrain.useQuery(
    'post',
    '/v1/search',
    { body: { ...question, limit: 10 } },
    // The result is dropped from the cache when the user leaves the page, because a pasted text may contain secrets.
    { gcTime: 0, staleTime: 60_000, refetchInterval: ({ state }) => (state.data?.complete === false ? 3_000 : false) },
  );
  return (
    <QueryState query={answer} what="the answer" height={220}>
      {(response) => (
        <Stack gap="md">
          <SearchSubject query={response.query} />
          {!response.complete && (
            <Alert variant="outline" role="status" title="Importing history…">
              {count(response.searched, 'failure')} of {response.failures} were searched. The answer updates
              automatically.
            </Alert>
          )}
          <div>
            <Title order={2} fz={24}>
              {describeVerdict(response)}
            </Title>
            <Text c="dimmed">
              {hasComparableWords(response)
                ? `Confidence: ${describeConfidence(response.verdict.confidence)}.`
                : 'The text has no words in common with any failure. Paste more of it.'}
            </Text>
            {response.complete && response.meaning?.isCompared === false && (
              <Text c="dimmed">
                Compared by words alone, because only {response.meaning.failuresWithVectors} of{' '}
                {count(response.failures, 'failure')} have sentence vectors yet.
              </Text>
            )}
            <LatestResolution answer={response} />
          </div>
          {response.pattern && <LikelyPattern pattern={response.pattern} />}
          <MatchList answer={response} />
        </Stack>
      )}
    </QueryState>
  );
}

function SearchSubject({ query: { kind, id, title } }: Pick<Schemas['SearchResponse'], 'query'>) {
  if (title === null || id === null) return null;
  return (
    <Text size="sm" c="dimmed">
      Asked about the {kind}{' '}
      {kind === 'failure' ? (
        <TextLink to="/failures/$failureId" params={{ failureId: id }}>
          {title}
        </TextLink>
      ) : (
        `“${title}”`
      )}
      .
    </Text>
  );
}

/** Shows how the same failure was last resolved, which is what people on call look for first. */
function LatestResolution({ answer }: { readonly answer: Schemas['SearchResponse'] }) {
  const latest = findLatest(answer);
  if (latest === null) return null;
  return (
    <>
      <Text size="lg" mt="xs">
        Resolution of <FailureTime failure={latest.failure} as="day" />
      </Text>
      <ResolutionNote resolution={latest.resolution} />
    </>
  );
}

/** Returns the latest resolution of the pattern; without a pattern, the resolution of the most similar failure. */
function findLatest({ verdict, pattern, matches: [best] }: Schemas['SearchResponse']) {
  if (!verdict.seenBefore) return null;
  if (pattern !== null) {
    const latest = pattern.latestResolution;
    return latest && { resolution: latest, failure: { ...latest, resolvedAt: null } };
  }
  const resolution = best?.resolution ?? null;
  return best === undefined || resolution === null ? null : { resolution, failure: best.failure };
}

function LikelyPattern({ pattern }: { readonly pattern: Schemas['LikelyPattern'] }) {
  const { id, name, episodes, lastAt, lesson, confidence } = pattern;
  return (
    <Card withBorder padding="md" component="article">
      <Text size="xs" c="dimmed" fw={600} tt="uppercase">
        Likely pattern: {describeConfidence(confidence)}
      </Text>
      <Group justify="space-between" gap="xs" align="baseline" mt={4}>
        <Title order={3}>
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
        </Title>
        <Text size="sm" c="dimmed">
          {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        </Text>
      </Group>
      <Text mt="xs">{lesson}</Text>
    </Card>
  );
}

function MatchList({ answer: { matches, verdict } }: { readonly answer: Schemas['SearchResponse'] }) {
  if (matches.length === 0)
    return (
      <EmptyState title="No similar failure is known.">
        Paste the whole message, or the lines around it. If you limited the search to a service, clear that filter.
      </EmptyState>
    );
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{verdict.seenBefore ? 'Similar failures' : 'Most similar failures, but no match'}</Title>
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
          <LocationLinks location={failure} />
        </Text>
        {toSafeUrl(url) && (
          <Text size="sm">
            <ExternalLink url={url}>Open at the provider</ExternalLink>
          </Text>
        )}
      </Group>
      <EvidenceList evidence={evidence} />
      {resolution && <ResolutionNote resolution={resolution} />}
      {pattern && (
        <Text size="sm" mt={4}>
          In the pattern{' '}
          <TextLink to="/patterns/$patternId" params={{ patternId: pattern.id }}>
            {pattern.name}
          </TextLink>
        </Text>
      )}
    </Card>
  );
}
