import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refrain } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { describeDecider } from '../../labels/audit-labels.ts';
import { describeDecision } from './describe-decision.ts';
import { undoDecisions } from './use-store-decisions.ts';

interface Props {
  readonly about: { readonly patternId: string } | { readonly failureId: string };
  readonly titles: ReadonlyMap<string, string>;
}

export function DecisionList({ about, titles }: Props) {
  const corrections = refrain.useQuery('get', '/v1/corrections', { params: { query: { ...about, limit: 200 } } });
  return (
    <Section title="What people decided">
      <QueryState query={corrections} what="the decisions" height={40}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Text size="sm" c="dimmed">
                Nothing yet. What you decide here binds every later clustering, and can be undone.
              </Text>
            )}
            {items.toReversed().map(({ id, decision, decidedAt, decidedBy }) => (
              <Group key={id} justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
                <Text size="sm">
                  {describeDecision(decision, titles)}{' '}
                  <Text span size="sm" c="dimmed">
                    <Timestamp at={decidedAt} as="age" />
                    {decidedBy !== null && `, by ${describeDecider(decidedBy)}`}
                  </Text>
                </Text>
                <VisibleForRole needs="triager">
                  <UndoButton id={id} />
                </VisibleForRole>
              </Group>
            ))}
          </>
        )}
      </QueryState>
    </Section>
  );
}

function UndoButton({ id }: { readonly id: string }) {
  const undo = useMutation({
    mutationFn: () => undoDecisions([id]),
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
