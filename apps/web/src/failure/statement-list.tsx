import { ActionIcon, Box, Button, Flex, Group, Text } from '@mantine/core';
import { PencilIcon, PlusIcon } from '@primer/octicons-react';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { statementLabels, triggerLabels } from '../labels/domain-labels.ts';
import { capitalise, formatLikelihood } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { CorrectStatementModal, type StatementName } from './correct-statement-modal.tsx';

type Statements = Schemas['FailureStatements'];

/** Shows what the report of a failure states, and lets people correct each statement. */
export function StatementList({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const [corrected, setCorrected] = useState<StatementName | null>(null);
  const { statements, kind } = failure;
  const names = listLabelKeys(statementLabels);
  const stated = names.filter((name) => statements[name] !== null);
  const missing = names.filter((name) => statements[name] === null);
  // Refrain extracts nothing from reverted changes, whose texts state intentions.
  if (kind === 'reverted_change' && stated.length === 0) return null;
  return (
    <SectionCard title="What the report says" gap="sm">
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
    </SectionCard>
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
  const label = statementLabels[name];
  return (
    <Flex gap={{ base: 0, xs: 'md' }} direction={{ base: 'column', xs: 'row' }} role="group" aria-label={label}>
      <Text size="sm" fw={600} w={96} flex="none">
        {label}
      </Text>
      <Box flex={1} miw={0}>
        <StatedValue name={name} statements={statements} />
        {quote !== null && (
          <Text size="sm" component="blockquote" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            “{quote}”
          </Text>
        )}
      </Box>
      <Group gap={4} flex="none" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {isDecided ? 'corrected by a person' : formatLikelihood(confidence)}
        </Text>
        <VisibleForRole needs="triager">
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            className="not-printed"
            aria-label={`Correct: ${label}`}
            title={`Correct: ${label}`}
            onClick={correct}
          >
            <PencilIcon size={14} aria-hidden />
          </ActionIcon>
        </VisibleForRole>
      </Group>
    </Flex>
  );
}

/** Names the mechanism, with a link to the patterns that have it, or the trigger. Other statements have only a quotation. */
function StatedValue({ name, statements: { mechanism, trigger } }: Pick<StatedRowProps, 'name' | 'statements'>) {
  if (name === 'mechanism' && mechanism !== null)
    return (
      <Text size="sm">
        <TextLink to="/patterns" search={{ mechanism: mechanism.mechanism }} title="All patterns with this mechanism">
          {mechanism.mechanism}
        </TextLink>
      </Text>
    );
  return name === 'trigger' && trigger !== null ? (
    <Text size="sm">{capitalise(triggerLabels[trigger.trigger])}</Text>
  ) : null;
}

interface MissingStatementsProps {
  readonly names: readonly StatementName[];
  correct(name: StatementName): void;
}

/** Names what the report does not state. A person can choose a sentence for it. */
function MissingStatements({ names, correct }: MissingStatementsProps) {
  const listed = names.map((name) => statementLabels[name].toLowerCase()).join(', ');
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed">
        Not found in the report:
      </Text>
      <VisibleForRole needs="triager" otherwise={<Text size="sm">{listed}</Text>}>
        {names.map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            leftSection={<PlusIcon size={12} aria-hidden />}
            aria-label={`Choose: ${statementLabels[name]}`}
            onClick={() => correct(name)}
          >
            {statementLabels[name]}
          </Button>
        ))}
      </VisibleForRole>
    </Group>
  );
}
