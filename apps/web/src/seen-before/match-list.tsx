import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { EmptyState } from '../components/states.tsx';
import { describeFolded, foldWeakMatches } from './fold-weak-matches.ts';
import { MatchCard } from './match-card.tsx';

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
            <MatchCard key={match.failure.id} match={match} />
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
      {isOpen && matches.map((match) => <MatchCard key={match.failure.id} match={match} />)}
    </>
  );
}
