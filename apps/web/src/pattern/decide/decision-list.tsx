import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refrain } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { describeDecider } from '../../labels/audit-labels.ts';
import { capitalise } from '../../labels/format.ts';
import { describeStep } from './describe-step.ts';
import { type DecisionStep, groupDecisions } from './group-decisions.ts';
import { undoCorrection } from './use-store-decisions.ts';

interface Props {
  readonly about: { readonly patternId: string } | { readonly failureId: string };
  readonly titles: ReadonlyMap<string, string>;
}

export function DecisionList({ about, titles }: Props) {
  const corrections = refrain.useQuery('get', '/v1/corrections', { params: { query: { ...about, limit: 200 } } });
  return (
    <Section title="History">
      <QueryState query={corrections} what="the decisions" height={40}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                No decisions yet. Your decisions apply to every later analysis, and you can undo them.
              </Text>
            )}
            {groupDecisions(items).map((step) => (
              <Group key={step.id} justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
                <Text size="sm">
                  {describeStep(step, titles, 'patternId' in about ? about.patternId : null)} <StepAuthor step={step} />
                </Text>
                <VisibleForRole needs="triager">
                  <UndoButton step={step} />
                </VisibleForRole>
              </Group>
            ))}
          </>
        )}
      </QueryState>
    </Section>
  );
}

interface StepProps {
  readonly step: DecisionStep;
}

function StepAuthor({ step: { corrections } }: StepProps) {
  const { decidedAt, decidedBy } = corrections[0];
  return (
    <Text span size="sm" c="dimmed">
      {decidedBy !== null && `${capitalise(describeDecider(decidedBy))}, `}
      <Timestamp at={decidedAt} as="age" />
    </Text>
  );
}

function UndoButton({ step: { corrections } }: StepProps) {
  const undo = useMutation({
    mutationFn: () => undoCorrection(corrections[0]),
    onSuccess: () => notify({ message: 'Undone.' }),
    onError: notifyProblem,
  });
  return (
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
  );
}
