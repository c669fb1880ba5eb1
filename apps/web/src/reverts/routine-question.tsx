import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { formatTemplate } from '../labels/format-template.ts';
import { undoDecision, useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { describeConsequence, describeDecidedKind, looksRoutine } from './describe-consequence.ts';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];

/** Asks whether a kind of reverts is routine, with the consequence of each answer; or shows the decision, which can be undone. */
export function RoutineQuestion({ kind }: { readonly kind: Kind }) {
  const decide = useStoreDecisions();
  const { repository, template, decision, needsDecision } = kind;
  if (decision !== null) return <Decision kind={kind} decision={decision} />;
  const send = (areFailures: boolean) =>
    decide.mutate({
      decisions: [{ kind: 'title_template', repository, template, areFailures }],
      message: describeDecidedKind(kind, areFailures),
    });
  return (
    <VisibleForRole needs="triager" otherwise={needsDecision ? <Text c="dimmed">Not decided</Text> : null}>
      <Stack gap={6} flex="0 1 400px">
        {needsDecision && (
          <Text size="sm" fw={600}>
            Were these changes reverted as planned?
          </Text>
        )}
        {[false, true].map((areFailures) => (
          <Answer key={String(areFailures)} consequence={describeConsequence(kind, areFailures)}>
            <Button
              variant={needsDecision && !areFailures && looksRoutine(kind) ? 'filled' : 'default'}
              size="xs"
              flex="0 0 128px"
              px="xs"
              loading={decide.isPending}
              onClick={() => send(areFailures)}
            >
              {areFailures ? 'Mark as failures' : 'Mark as routine'}
            </Button>
          </Answer>
        ))}
        {decide.error && <ProblemNotice error={decide.error} />}
      </Stack>
    </VisibleForRole>
  );
}

function Answer({ consequence, children }: { readonly consequence: string; readonly children: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {children}
      <Text size="sm" c="dimmed">
        {consequence}
      </Text>
    </Group>
  );
}

interface DecisionProps {
  readonly kind: Kind;
  readonly decision: NonNullable<Kind['decision']>;
}

function Decision({ kind: { template }, decision: { areFailures, correctionId } }: DecisionProps) {
  const undo = () =>
    undoDecision(correctionId).then(
      () => void notify({ message: `Undid the decision on “${formatTemplate(template)}”.` }),
      notifyProblem,
    );
  return (
    <Box flex="0 1 320px">
      <Group gap="xs">
        <Badge variant="light" color={areFailures ? 'red' : 'gray'} tt="none">
          {areFailures ? 'Marked as failures' : 'Marked as routine'}
        </Badge>
        <VisibleForRole needs="triager">
          <Button size="compact-sm" variant="default" onClick={() => void undo()}>
            Undo
          </Button>
        </VisibleForRole>
      </Group>
    </Box>
  );
}
