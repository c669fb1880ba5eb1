import { expect, test } from 'vitest';
import { stateExplanation } from './state-explanation.ts';
import { noStatementDecisions } from './statement-decisions.ts';

const text = `## Root cause

The probe of the ledger gave up after a minute, because the start takes three minutes. We raised the limit of the probe to ten minutes, after which the ledger was healthy again.

## Resolution

The probe of the ledger gave up after a minute, because the start takes three minutes. We raised the limit of the probe to ten minutes, after which the ledger was healthy again.
`;

test('stateExplanation assigns a sentence of both passages to only one of them', () => {
  const { rootCause, resolution } = stateExplanation({ title: 'Ledger down', text }, noStatementDecisions);
  expect(rootCause?.quote).toMatch(/^The probe of the ledger gave up/u);
  expect(resolution?.quote).toBe(
    'We raised the limit of the probe to ten minutes, after which the ledger was healthy again.',
  );
  expect(rootCause?.quote).not.toContain(resolution?.quote);
});

test.each(['failed_deployment', 'reverted_change'] as const)('stateExplanation extracts nothing from a %s', (kind) => {
  expect(stateExplanation({ title: 'Ledger down', text, kind }, noStatementDecisions)).toEqual({
    rootCause: null,
    resolution: null,
  });
});

test('stateExplanation quotes as resolution only the clause with the remedy if one sentence states both', () => {
  const sentence =
    'This was caused by failures of a compute provider in one region and mitigated by a rollback across all affected zones.';
  const { rootCause, resolution } = stateExplanation(
    { title: 'Runners delayed', text: `Jobs waited for runners for ten minutes. ${sentence}` },
    noStatementDecisions,
  );
  expect(rootCause?.quote).toContain(sentence);
  expect(resolution?.quote).toBe('mitigated by a rollback across all affected zones.');
});
