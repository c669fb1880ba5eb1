import { Stack, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { UndoButton } from '../pattern/decide/undo-button.tsx';
import { DecisionLine } from './decision-line.tsx';

const firstPage = { limit: 100 };

/** The decisions about a pattern, its failures and its improvement, newest first. Undone decisions stay in the list. */
export function PatternHistory({ patternId }: { readonly patternId: string }) {
  const params = { path: { id: patternId }, query: firstPage };
  return <History decisions={refrain.useQuery('get', '/v1/patterns/{id}/history', { params })} />;
}

/** The decisions about a failure, newest first. Undone decisions stay in the list. */
export function FailureHistory({ failureId }: { readonly failureId: string }) {
  const params = { path: { id: failureId }, query: firstPage };
  return <History decisions={refrain.useQuery('get', '/v1/failures/{id}/history', { params })} />;
}

type Decisions = ComponentProps<typeof QueryState<Schemas['DecisionsResponse']>>['query'];

function History({ decisions }: { readonly decisions: Decisions }) {
  return (
    <Section title="History">
      <QueryState query={decisions} what="the decisions" height={40}>
        {({ items }) => (
          <Stack gap="sm">
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                No decisions yet. Your decisions apply to every later analysis, and you can undo them.
              </Text>
            )}
            {items.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} action={<UndoButton decision={decision} />} />
            ))}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}
