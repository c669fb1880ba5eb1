import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPrecheckState } from './precheck-state.ts';
import { readChange } from './read-change.ts';
import { makeChange, ordinaryChanges } from './testing.ts';

const failed = makeChange('failed', 40, { title: 'Seal wagons with wax' });
const landedAt = Date.parse(failed.occurredAt);
const now = landedAt + 30 * dayInMs;

/** @param since days since the failure became known */
function weighAgain(since: number) {
  const state = createPrecheckState();
  for (const change of [...ordinaryChanges(300), failed])
    state.addChange(change, readChange(change), Date.parse(change.occurredAt));
  state.markFailed(300, now - since * dayInMs);
  return state.weigh(readChange(failed), now);
}

test('a change identical to a recent failure scores 2 more, and 1 more after a week', () => {
  const [fresh, older] = [weighAgain(0), weighAgain(7)];
  expect(fresh.riskScore - fresh.title.logOdds).toBeCloseTo(2, 6);
  expect(older.riskScore - older.title.logOdds).toBeCloseTo(1, 6);
  expect(fresh.title.logOdds).toBeCloseTo(older.title.logOdds, 9);
  expect([...fresh.behind.keys()]).toEqual([300]);
});

test('the risk score is not positive while nothing has failed', () => {
  const state = createPrecheckState();
  for (const change of ordinaryChanges(300)) state.addChange(change, readChange(change), Date.parse(change.occurredAt));
  expect(state.weigh(readChange(failed), now).riskScore).toBeLessThanOrEqual(0);
  expect(state.weigh(readChange(failed), now).usual).toBeCloseTo(1 / 350, 9);
});

test('files do not raise the score if paths are known for failed changes only', () => {
  const state = createPrecheckState();
  const pathOf = (at: number) => (at % 75 === 0 ? 'src/wax.ts' : `src/${at}.ts`);
  const listed = ordinaryChanges(300).map((change, at) =>
    at % 25 === 0 ? { ...change, paths: [pathOf(at)] } : change,
  );
  for (const change of listed) state.addChange(change, readChange(change), Date.parse(change.occurredAt));
  for (let number = 0; number < 300; number += 25) state.markFailed(number, now);
  const { files } = state.weigh(readChange({ ...failed, paths: ['src/wax.ts'] }), now);
  expect(files?.failed).toBeGreaterThan(1);
  expect(files?.logOdds).toBeCloseTo(0, 1);
});
