import type { GuardrailOutcome } from '@refrain/domain';
import { expect, it } from 'vitest';
import { weighHistory } from './weigh-history.ts';

function outcomes(...list: [GuardrailOutcome['outcome'], GuardrailOutcome['causes'], string?][]): GuardrailOutcome[] {
  return list.map(([outcome, causes, patternId = 'other']) => ({ guardrailId: 'g', patternId, outcome, causes }));
}

it('changes nothing where nothing is known, or nothing can be told', () => {
  expect(weighHistory([], 'p', ['data'])).toEqual({ held: 0, cameBack: 0, factor: 1 });
  const unclear = outcomes(['too_early', ['data']], ['not_distinguishable', ['data']]);
  expect(weighHistory(unclear, 'p', ['data']).factor).toBe(1);
});

it('is the mean of the beta distribution after the outcomes, by that before', () => {
  // Beta(3, 2) and two that came back: 3 / 7 by 3 / 5.
  const back = outcomes(['came_back', ['data']], ['came_back', ['data']]);
  expect(weighHistory(back, 'p', ['data']).factor).toBeCloseTo(3 / 7 / (3 / 5), 12);
  // Three that held: 6 / 8 by 3 / 5.
  const held = outcomes(['held', ['data']], ['held', ['data']], ['held', ['data']]);
  expect(weighHistory(held, 'p', ['data']).factor).toBeCloseTo(1.25, 12);
});

it('counts what was of this pattern twice, and what had another cause half', () => {
  const factorOf = (given: GuardrailOutcome[]) => weighHistory(given, 'p', ['data']);
  expect(factorOf(outcomes(['came_back', ['data'], 'p'])).cameBack).toBe(2);
  expect(factorOf(outcomes(['came_back', ['capacity']])).cameBack).toBe(0.5);
});
