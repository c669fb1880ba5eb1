import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { extractChangeTerms } from './extract-change-terms.ts';
import { createPrecheckState } from './precheck-state.ts';
import { createOrdinaryChanges, createPastChange } from './testing.ts';

const failed = createPastChange('failed', 40, { title: 'Seal wagons with wax' });
const landedAt = Date.parse(failed.occurredAt);
const now = landedAt + 30 * dayInMs;

function weighAgain(daysSinceFailure: number) {
  const state = createPrecheckState();
  for (const change of [...createOrdinaryChanges(300), failed])
    state.addChange(change, extractChangeTerms(change), Date.parse(change.occurredAt));
  state.markFailed(300, now - daysSinceFailure * dayInMs);
  return state.estimateRisk(extractChangeTerms(failed), now);
}

test('the risk score of a change identical to a failed change is 2 higher right after the failure, and 1 higher after a week', () => {
  const [fresh, older, oldest] = [weighAgain(0), weighAgain(7), weighAgain(700)];
  expect(fresh.riskScore - oldest.riskScore).toBeCloseTo(2, 6);
  expect(older.riskScore - oldest.riskScore).toBeCloseTo(1, 6);
  expect([...fresh.contributions.keys()]).toEqual([300]);
});

test('the risk score is not positive if no change has failed', () => {
  const state = createPrecheckState();
  for (const change of createOrdinaryChanges(300))
    state.addChange(change, extractChangeTerms(change), Date.parse(change.occurredAt));
  expect(state.estimateRisk(extractChangeTerms(failed), now).riskScore).toBeLessThanOrEqual(0);
  expect(state.estimateRisk(extractChangeTerms(failed), now).averageScore).toBeCloseTo(1 / 350, 9);
});

test('shared files do not raise the risk score if paths are known for failed changes only', () => {
  const state = createPrecheckState();
  const pathOf = (at: number) => (at % 75 === 0 ? 'src/wax.ts' : `src/${at}.ts`);
  const listed = createOrdinaryChanges(300).map((change, at) =>
    at % 25 === 0 ? { ...change, paths: [pathOf(at)] } : change,
  );
  for (const change of listed) state.addChange(change, extractChangeTerms(change), Date.parse(change.occurredAt));
  for (let number = 0; number < 300; number += 25) state.markFailed(number, now);
  const withPaths = state.estimateRisk(extractChangeTerms({ ...failed, paths: ['src/wax.ts'] }), now);
  const withoutPaths = state.estimateRisk(extractChangeTerms(failed), now);
  expect(withPaths.contributions.size).toBeGreaterThan(withoutPaths.contributions.size);
  expect(withPaths.riskScore).toBeCloseTo(withoutPaths.riskScore, 1);
});
