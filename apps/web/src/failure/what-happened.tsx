import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import {
  arrangeStatements,
  type CorrectStatement,
  type StatementRow as Row,
  type StatementName,
} from './arrange-statements.ts';
import { ChooseStatements } from './choose-statements.tsx';
import { CorrectStatementModal } from './correct-statement-modal.tsx';
import { MissingKnowledge } from './missing-knowledge.tsx';
import type { FailureDecisions } from './read-failure-decisions.ts';
import { ResolutionRow } from './resolution-row.tsx';
import { StatementRow } from './statement-row.tsx';
import { TriggerRow } from './trigger-row.tsx';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Shows what failed, why, and what resolved it, each with its quotation, and lets people correct each statement. */
export function WhatHappened({ failure, decisions }: Props) {
  const [corrected, setCorrected] = useState<StatementName | null>(null);
  const { rows, missing, repeating } = arrangeStatements(failure);
  const quoteOf = (name: StatementName) => rows.find((row) => row.name === name)?.quote ?? null;
  const shared = { failure, decisions, correct: setCorrected };
  // Refrain extracts nothing from reverted changes, whose texts state intentions.
  if (failure.kind === 'reverted_change' && rows.length === 0) return null;
  return (
    <SectionCard title="What happened" gap="sm">
      {rows
        .filter(({ name }) => name !== 'trigger' && name !== 'resolution')
        .map((row) => (
          <StatedRow key={row.name} row={row} statements={failure.statements} correct={setCorrected} />
        ))}
      {!repeating.includes('trigger') && <TriggerRow {...shared} quote={quoteOf('trigger')} />}
      <ResolutionRow {...shared} quote={quoteOf('resolution')} />
      <MissingKnowledge failure={failure} />
      <ChooseStatements missing={missing} repeating={repeating} choose={setCorrected} />
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
  readonly row: Row;
  readonly statements: Schemas['FailureStatements'];
  readonly correct: CorrectStatement;
}

function StatedRow({ row: { name, quote }, statements, correct }: StatedRowProps) {
  const mechanism = name === 'mechanism' ? statements.mechanism : null;
  return (
    <StatementRow
      name={name}
      statement={statements[name]}
      quote={quote}
      correct={correct}
      value={
        mechanism && (
          <TextLink to="/patterns" search={{ mechanism: mechanism.mechanism }} title="All patterns with this mechanism">
            {mechanism.mechanism}
          </TextLink>
        )
      }
    />
  );
}
