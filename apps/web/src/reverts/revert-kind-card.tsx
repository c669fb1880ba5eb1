import { Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { notify, notifyProblem } from '../components/notify.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { count } from '../labels/format.ts';
import { undoDecision, useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { formatVerdictCounts } from './format-verdict-counts.ts';

interface Props {
  readonly kind: Schemas['RevertTemplatesResponse']['items'][number];
}

const maxExamples = 3;

/** A kind of reverts with examples, and the question whether it is routine. */
export function RevertKindCard({ kind }: Props) {
  const { template, repository, reverts, linked, lastAt, examples } = kind;
  return (
    <Card withBorder padding="md" component="article" aria-label={`${template} in ${repository}`}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex="1 1 320px">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {template}
          </Text>
          <Text size="sm" c="dimmed">
            {repository} · {count(reverts, 'revert')}
            {lastAt !== null && (
              <>
                , last on <Timestamp at={lastAt} as="day" />
              </>
            )}
            {' · '}
            {linked === 0 ? 'none linked to an incident' : `${linked} linked to an incident`}
          </Text>
          <Text size="sm" c="dimmed">
            Currently: {formatVerdictCounts(kind)}
          </Text>
          <List size="sm" spacing={2} aria-label="Examples">
            {examples.slice(0, maxExamples).map(({ failureId, title }) => (
              <List.Item key={failureId} style={{ overflowWrap: 'anywhere' }}>
                <PageLink to="/failures/$failureId" params={{ failureId }} size="sm">
                  {title}
                </PageLink>
              </List.Item>
            ))}
          </List>
        </Stack>
        <RoutineQuestion kind={kind} />
      </Group>
    </Card>
  );
}

function RoutineQuestion({ kind: { repository, template, decision } }: Props) {
  const decide = useStoreDecisions();
  const send = (areFailures: boolean) =>
    decide.mutate({
      decisions: [{ kind: 'title_template', repository, template, areFailures }],
      message: areFailures
        ? 'Marked as failures. Patterns will be updated soon.'
        : 'Marked as routine. Patterns will be updated soon.',
    });
  const undo = (id: string) => undoDecision(id).then(() => notify({ message: 'Undone.' }), notifyProblem);
  if (decision !== null)
    return (
      <Group gap="xs">
        <Badge variant="outline" color="gray" tt="none">
          {decision.areFailures ? 'Failures' : 'Routine'}
        </Badge>
        <VisibleForRole needs="triager">
          <Button size="compact-sm" variant="subtle" onClick={() => void undo(decision.correctionId)}>
            Undo
          </Button>
        </VisibleForRole>
      </Group>
    );
  return (
    <VisibleForRole needs="triager" otherwise={<Text c="dimmed">Not decided</Text>}>
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          Are these reverts routine?
        </Text>
        <Group gap="xs">
          <Button variant="default" size="xs" loading={decide.isPending} onClick={() => send(false)}>
            Yes, mark as routine
          </Button>
          <Button variant="default" size="xs" loading={decide.isPending} onClick={() => send(true)}>
            No, these are failures
          </Button>
        </Group>
        {decide.error && <ProblemNotice error={decide.error} />}
      </Stack>
    </VisibleForRole>
  );
}
