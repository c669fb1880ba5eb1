import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { EmptyState } from '../components/states.tsx';
import { count } from '../labels/format.ts';
import { describeFolded, foldWeakMatches } from './fold-weak-matches.ts';
import { groupByPattern, type MatchGroup } from './group-by-pattern.ts';
import { isPatternOfMost } from './is-pattern-of-most.ts';
import { MatchCard } from './match-card.tsx';

/** The number of failures that are shown below the pattern of most of them. */
const maxBelowPattern = 3;

export function MatchList({ answer }: { readonly answer: Schemas['SearchResponse'] }) {
  const { matches, verdict, unspecific, resolution } = answer;
  const { shown, folded } = foldWeakMatches(matches, verdict.seenBefore);
  const first = isPatternOfMost(answer) ? shown.slice(0, maxBelowPattern) : shown;
  const others = shown.slice(first.length);
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
          {groupByPattern(first).map((group) => (
            <PatternMatches key={group.shown[0]?.failure.id} group={group} shown={resolution} />
          ))}
        </>
      )}
      {others.length > 0 && (
        <FoldedMatches matches={others} shown={resolution} what={`${count(others.length, 'more similar failure')}.`} />
      )}
      {folded.length > 0 && (
        <FoldedMatches matches={folded} shown={resolution} what={describeFolded(folded.length, shown.length === 0)} />
      )}
    </Stack>
  );
}

interface GroupProps {
  readonly group: MatchGroup<Schemas['SearchMatch']>;
  /** The resolution that is shown above the matches. */
  readonly shown: Schemas['SearchResponse']['resolution'];
}

/** Shows failures of one pattern, so that a frequent pattern does not hide the others. */
function PatternMatches({ group, shown }: GroupProps) {
  const { folded } = group;
  return (
    <>
      {group.shown.map((match) => (
        <MatchCard key={match.failure.id} match={match} shown={shown} />
      ))}
      {folded.length > 0 && (
        <FoldedMatches
          matches={folded}
          shown={shown}
          what={`${count(folded.length, 'more failure')} of the pattern “${folded[0]?.pattern?.name}”.`}
        />
      )}
    </>
  );
}

function nameMatches(isSeen: boolean, isUnspecific: boolean): string {
  if (isUnspecific) return 'Failures that the text may refer to, newest first';
  return isSeen ? 'Similar failures' : 'Closest failures, but no match';
}

interface FoldedProps {
  readonly matches: readonly Schemas['SearchMatch'][];
  /** The resolution that is shown above the matches. */
  readonly shown: Schemas['SearchResponse']['resolution'];
  /** Says how many failures are folded. */
  readonly what: string;
}

/** Lists failures on demand. */
function FoldedMatches({ matches, shown, what }: FoldedProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {what}
        </Text>
        <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </Group>
      {isOpen && matches.map((match) => <MatchCard key={match.failure.id} match={match} shown={shown} />)}
    </>
  );
}
