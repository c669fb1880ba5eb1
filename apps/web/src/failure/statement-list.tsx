import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { statementLabels, triggerLabels } from '../labels/domain-labels.ts';
import { describeConfidence } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { CorrectStatementModal, type StatementName } from './correct-statement-modal.tsx';

type Statements = Schemas['FailureStatements'];

/** Shows what the text of a failure states, and lets people correct each statement. */
export function StatementList({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const [corrected, setCorrected] = useState<StatementName | null>(null);
  const { statements, kind } = failure;
  const names = listLabelKeys(statementLabels);
  const stated = names.filter((name) => statements[name] !== null);
  const missing = names.filter((name) => statements[name] === null);
  // Refrain extracts nothing from reverted changes, whose texts state intentions.
  if (kind === 'reverted_change' && stated.length === 0) return null;
  return (
    <Section title="What the report says">
      {stated.map((name) => (
        <StatedRow key={name} name={name} statements={statements} correct={() => setCorrected(name)} />
      ))}
      {missing.length > 0 && <MissingStatements names={missing} correct={setCorrected} />}
      {corrected !== null && (
        <CorrectStatementModal
          key={corrected}
          failure={failure}
          statement={corrected}
          close={() => setCorrected(null)}
        />
      )}
    </Section>
  );
}

interface StatedRowProps {
  readonly name: StatementName;
  readonly statements: Statements;
  correct(): void;
}

function StatedRow({ name, statements, correct }: StatedRowProps) {
  const statement = statements[name];
  if (statement === null) return null;
  const { quote, confidence, isDecided } = statement;
  return (
    <Group
      justify="space-between"
      align="flex-start"
      wrap="nowrap"
      gap="xs"
      role="group"
      aria-label={statementLabels[name]}
    >
      <Stack gap={2}>
        <Text size="sm" component="div">
          <Text span inherit fw={600}>
            {statementLabels[name]}
          </Text>{' '}
          <Label name={name} statements={statements} />
          <Text span inherit c="dimmed">
            {isDecided ? 'corrected by a person' : describeConfidence(confidence)}
          </Text>
        </Text>
        {quote !== null && (
          <Text size="sm" component="blockquote" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            “{quote}”
          </Text>
        )}
      </Stack>
      <VisibleForRole needs="triager">
        <Button
          size="compact-xs"
          variant="default"
          flex="none"
          className="not-printed"
          aria-label={`Correct: ${statementLabels[name]}`}
          onClick={correct}
        >
          Correct
        </Button>
      </VisibleForRole>
    </Group>
  );
}

/** Names the mechanism, with a link to the patterns that have it, or the trigger. */
function Label({ name, statements: { mechanism, trigger } }: Pick<StatedRowProps, 'name' | 'statements'>) {
  if (name === 'mechanism' && mechanism !== null)
    return (
      <>
        <TextLink to="/patterns" search={{ mechanism: mechanism.mechanism }} title="All patterns with this mechanism">
          {mechanism.mechanism}
        </TextLink>
        {', '}
      </>
    );
  return name === 'trigger' && trigger !== null ? `${triggerLabels[trigger.trigger]}, ` : null;
}

interface MissingStatementsProps {
  readonly names: readonly StatementName[];
  correct(name: StatementName): void;
}

/** Names what the report does not state. A person can choose a passage for it. */
function MissingStatements({ names, correct }: MissingStatementsProps) {
  const listed = names.map((name) => statementLabels[name].toLowerCase()).join(', ');
  const buttons = names.map((name) => (
    <Button
      key={name}
      size="compact-xs"
      variant="default"
      aria-label={`Choose: ${statementLabels[name]}`}
      onClick={() => correct(name)}
    >
      {statementLabels[name]} …
    </Button>
  ));
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed">
        Not stated:
      </Text>
      <VisibleForRole needs="triager" otherwise={<Text size="sm">{listed}</Text>}>
        {buttons}
      </VisibleForRole>
    </Group>
  );
}
