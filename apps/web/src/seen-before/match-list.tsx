import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { LocationLinks } from '../components/location-links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { EmptyState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { formatPercent, toSafeUrl } from '../labels/format.ts';
import { describeFolded, foldWeakMatches } from './fold-weak-matches.ts';

export function MatchList({ answer }: { readonly answer: Schemas['SearchResponse'] }) {
  const { matches, verdict, unspecific } = answer;
  const { shown, folded } = foldWeakMatches(matches);
  if (shown.length + folded.length === 0)
    return (
      <EmptyState title="No similar failure is known.">
        Paste the whole message, or the lines around it. If you limited the search to a service, clear that filter.
      </EmptyState>
    );
  return (
    <Stack gap="sm" component="section">
      {shown.length > 0 && (
        <>
          <Title order={2}>{nameMatches(verdict.seenBefore, unspecific !== null)}</Title>
          {shown.map((match) => (
            <MatchCard key={match.failure.id} match={match} showsScore={unspecific === null} />
          ))}
        </>
      )}
      {folded.length > 0 && <FoldedMatches matches={folded} isOnly={shown.length === 0} />}
    </Stack>
  );
}

function nameMatches(isSeen: boolean, isUnspecific: boolean): string {
  if (isUnspecific) return 'Failures that it may mean, newest first';
  return isSeen ? 'Similar failures' : 'Closest failures, but no match';
}

/** Says how many failures share little with the search, and lists them on demand. */
function FoldedMatches({
  matches,
  isOnly,
}: {
  readonly matches: readonly Schemas['SearchMatch'][];
  readonly isOnly: boolean;
}) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {describeFolded(matches.length, isOnly)}
        </Text>
        <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </Group>
      {isOpen && matches.map((match) => <MatchCard key={match.failure.id} match={match} showsScore />)}
    </>
  );
}

interface MatchCardProps {
  readonly match: Schemas['SearchMatch'];
  readonly showsScore: boolean;
}

function MatchCard({ match, showsScore }: MatchCardProps) {
  const { failure, score, hasSameTitle, isRepeat, pattern, resolution, evidence } = match;
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
          {(hasSameTitle || isRepeat) && <Badge variant="light">Same title</Badge>}
          {showsScore && (
            <Text size="sm" fw={600} title="A failure and its nearest neighbour are 50 % similar on average.">
              {formatPercent(score)} similar
            </Text>
          )}
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
      {showsScore && <EvidenceList evidence={evidence} />}
    </Card>
  );
}
