import { Badge, Card, Group, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { count } from '../labels/format.ts';
import { describeVerdicts } from './describe-verdicts.ts';
import { RoutineQuestion } from './routine-question.tsx';
import { TemplateTitle } from './template-title.tsx';

interface Props {
  readonly kind: Schemas['RevertTemplatesResponse']['items'][number];
}

const maxExamples = 3;

/** A kind of reverts with examples, and the question whether it is routine. */
export function RevertKindCard({ kind }: Props) {
  const { template, repository, reverts, linked, lastAt, examples, decision } = kind;
  // Reverts of a kind often have the same title.
  const distinct = [...new Map(examples.map((example) => [`${example.isFailure} ${example.title}`, example])).values()];
  const [shown, more] = [distinct.slice(0, maxExamples), distinct.slice(maxExamples)];
  return (
    <Card withBorder padding="md" component="article" aria-label={`${template} in ${repository}`} {...listItem}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex="1 1 320px">
          <TemplateTitle template={template} />
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
            {describeState(kind)}
          </Text>
          <Text size="sm" fw={600} mt={4}>
            {shown.length === 1 ? 'Example' : 'Examples'}
          </Text>
          <ExampleList examples={shown} isDecided={decision !== null} />
          {more.length > 0 && (
            <Text component="details" size="sm">
              <summary>{count(more.length, 'more example')}</summary>
              <ExampleList examples={more} isDecided={decision !== null} />
            </Text>
          )}
        </Stack>
        <RoutineQuestion kind={kind} />
      </Group>
    </Card>
  );
}

interface ExampleListProps {
  readonly examples: Props['kind']['examples'];
  readonly isDecided: boolean;
}

function ExampleList({ examples, isDecided }: ExampleListProps) {
  return (
    <List size="sm" spacing={2} aria-label="Examples" listStyleType="none">
      {examples.map(({ failureId, title, isFailure }) => (
        <List.Item key={failureId} style={{ overflowWrap: 'anywhere' }}>
          <PageLink to="/failures/$failureId" params={{ failureId }} size="sm">
            {title}
          </PageLink>
          {!isDecided && isFailure && (
            <Badge size="sm" ml={6} variant="light" color="red" tt="none" fw={500}>
              Counts as a failure
            </Badge>
          )}
        </List.Item>
      ))}
    </List>
  );
}

/** Says how the reverts count at present; after a decision, what the decision means for them. */
function describeState(kind: Props['kind']): string {
  const { decision, reverts } = kind;
  if (decision === null) return describeVerdicts(kind);
  return decision.areFailures
    ? `All ${count(reverts, 'revert')} count as failures, and later ones will too.`
    : `None of the ${count(reverts, 'revert')} counts as a failure, and later ones will not either.`;
}
