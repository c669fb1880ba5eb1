import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { DecisionLine } from '../../audit/decision-line.tsx';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { QueryState } from '../../components/states.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { undoDecision, undoDecisions } from './use-store-decisions.ts';

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

const undoOf: Readonly<Record<string, (id: string) => Promise<void>>> = {
  addCorrection: undoDecision,
  addCorrectionSet: undoDecisions,
};

/** Undoes a correction. Decisions about an improvement are undone on its page. */
function UndoButton({ decision }: { readonly decision: Schemas['Decision'] }) {
  const { operation, subject, undone } = decision;
  const undo = useMutation({
    mutationFn: async () => undoOf[operation]?.(subject['created'] ?? ''),
    onSuccess: () => notify({ message: 'The change was undone.' }),
    onError: notifyProblem,
  });
  if (undone !== null || undoOf[operation] === undefined || subject['created'] === undefined) return null;
  return (
    <VisibleForRole needs="triager">
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        onClick={() => undo.mutate()}
        loading={undo.isPending}
        className="not-printed"
      >
        Undo
      </Button>
    </VisibleForRole>
  );
}
