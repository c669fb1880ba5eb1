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
