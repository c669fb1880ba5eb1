import { List, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { QueryState } from '../components/states.tsx';
import { formatPercent } from '../labels/format.ts';

interface Props {
  readonly patternId: string;
  /** The failure whose similar failures are searched: the newest one of the pattern. */
  readonly failureId: string;
}

/** Patterns of failures with a lower similarity have nothing in common. */
const minListedScore = 0.2;
/** A failure and its nearest neighbour have this similarity on average, so that a lower one tells a reader nothing. */
const minShownScore = 0.5;

/** Lists the patterns of the failures that are most similar to the newest failure. */
export function SimilarPatterns({ patternId, failureId }: Props) {
  const answer = refrain.useQuery('post', '/v1/search', { body: { failureId, limit: 50 } }, { staleTime: 60_000 });
  return (
    <QueryState query={answer} what="similar patterns" height={80}>
      {({ matches }) => {
        const similar = listOtherPatterns(matches, patternId);
        if (similar.length === 0) return <Text size="sm">No other pattern has a similar failure.</Text>;
        return (
          <List size="sm" spacing={4} listStyleType="none">
            {similar.map(({ id, name, score }) => (
              <List.Item key={id}>
                <PageLink to="/patterns/$patternId" params={{ patternId: id }} underline="always">
                  {name}
                </PageLink>
                {score >= minShownScore && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    · {formatPercent(score)} similar to the newest episode
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        );
      }}
    </QueryState>
  );
}

/** Lists each other pattern once, with the score of its most similar failure. @param matches most similar first */
function listOtherPatterns(matches: readonly Schemas['SearchMatch'][], patternId: string) {
  const found = new Map<string, { id: string; name: string; score: number }>();
  for (const { pattern, score } of matches)
    if (pattern !== null && pattern.id !== patternId && !found.has(pattern.id) && score >= minListedScore)
      found.set(pattern.id, { id: pattern.id, name: pattern.name, score });
  return [...found.values()].slice(0, 8);
}
