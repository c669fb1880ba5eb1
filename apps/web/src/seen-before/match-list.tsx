import { Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { MatchCard } from './match-card.tsx';

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
