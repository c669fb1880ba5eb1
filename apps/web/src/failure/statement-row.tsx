import { ActionIcon, Box, Flex, Group, Text } from '@mantine/core';
import { PencilIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { statementLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';
import type { CorrectStatement, StatementName } from './arrange-statements.ts';

/** Statements that Refrain reads into a text. The others are quotations, which readers judge themselves. */
const interpreted: ReadonlySet<StatementName> = new Set(['mechanism', 'trigger']);

interface Props {
  readonly name: StatementName;
  readonly statement: Pick<Schemas['FailureStatement'], 'confidence' | 'isDecided'> | null;
  readonly quote: string | null;
  readonly correct: CorrectStatement;
  /** The name of what is stated, such as a mechanism. */
  readonly value?: ReactNode;
  /** Shown below the quotation. */
  readonly children?: ReactNode;
}

/** A statement of a failure: its name, its quotation, how certain an interpretation is, and a button to correct it. */
export function StatementRow({ name, statement, quote, correct, value, children }: Props) {
  const label = statementLabels[name];
  return (
    <Flex gap={{ base: 0, xs: 'md' }} direction={{ base: 'column', xs: 'row' }} role="group" aria-label={label}>
      <Text size="sm" fw={600} w={96} flex="none">
        {label}
      </Text>
      <Box flex={1} miw={0}>
        {value && <Text size="sm">{value}</Text>}
        {quote !== null && (
          <Text size="sm" component="blockquote" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            “{quote}”
          </Text>
        )}
        {children}
      </Box>
      {statement && (
        <Group gap={4} flex="none" wrap="nowrap" align="flex-start">
          {(statement.isDecided || interpreted.has(name)) && (
            <Text size="sm" c="dimmed">
              {statement.isDecided ? 'corrected by a person' : formatLikelihood(statement.confidence)}
            </Text>
          )}
          <VisibleForRole needs="triager">
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              className="not-printed"
              aria-label={`Correct: ${label}`}
              title={`Correct: ${label}`}
              onClick={() => correct(name)}
            >
              <PencilIcon size={14} aria-hidden />
            </ActionIcon>
          </VisibleForRole>
        </Group>
      )}
    </Flex>
  );
}
