import type { GuardrailOutcome } from '@refrain/domain';
import { expect, it } from 'vitest';
import { weighGuardrailOutcomes } from './weigh-guardrail-outcomes.ts';

function outcomes(...list: [GuardrailOutcome['outcome'], GuardrailOutcome['causes'], string?][]): GuardrailOutcome[] {
  return list.map(([outcome, causes, patternId = 'other']) => ({ guardrailId: 'g', patternId, outcome, causes }));
}

it('weighGuardrailOutcomes returns a factor of 1 if no outcome is conclusive', () => {
  expect(weighGuardrailOutcomes([], 'p', ['data'])).toEqual({ held: 0, cameBack: 0, factor: 1 });
  const unclear = outcomes(['too_early', ['data']], ['not_distinguishable', ['data']]);
  expect(weighGuardrailOutcomes(unclear, 'p', ['data']).factor).toBe(1);
});

it('weighGuardrailOutcomes returns the posterior mean of a beta distribution divided by the prior mean', () => {
  // A prior of Beta(3, 2) has the mean 3 / 5; after two recurrences the mean is 3 / 7.
  const back = outcomes(['came_back', ['data']], ['came_back', ['data']]);
  expect(weighGuardrailOutcomes(back, 'p', ['data']).factor).toBeCloseTo(3 / 7 / (3 / 5), 12);
  // After three outcomes in which the guardrail held, the mean is 6 / 8.
  const held = outcomes(['held', ['data']], ['held', ['data']], ['held', ['data']]);
  expect(weighGuardrailOutcomes(held, 'p', ['data']).factor).toBeCloseTo(1.25, 12);
});

it('weighGuardrailOutcomes counts an outcome of the pattern itself twice, and that of a pattern with another cause half', () => {
  const factorOf = (given: GuardrailOutcome[]) => weighGuardrailOutcomes(given, 'p', ['data']);
  expect(factorOf(outcomes(['came_back', ['data'], 'p'])).cameBack).toBe(2);
  expect(factorOf(outcomes(['came_back', ['capacity']])).cameBack).toBe(0.5);
});
