import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPrecheckState } from './precheck-state.ts';
import { readChange } from './read-change.ts';
import { makeChange, ordinaryChanges } from './testing.ts';

const failed = makeChange('failed', 40, { title: 'Seal wagons with wax' });
const landedAt = Date.parse(failed.occurredAt);
const now = landedAt + 30 * dayInMs;

/** @param since days since it is known that the change failed */
function weighAgain(since: number) {
  const state = createPrecheckState();
  for (const change of [...ordinaryChanges(300), failed])
    state.take(change, readChange(change), Date.parse(change.occurredAt));
  state.know(300, now - since * dayInMs);
  return state.weigh(readChange(failed), now);
}

test('what is just like what failed leans by up to 2 more, half of it after a week', () => {
  const [fresh, older] = [weighAgain(0), weighAgain(7)];
  expect(fresh.riskScore - fresh.title.logOdds).toBeCloseTo(2, 6);
  expect(older.riskScore - older.title.logOdds).toBeCloseTo(1, 6);
  expect(fresh.title.logOdds).toBeCloseTo(older.title.logOdds, 9);
  expect([...fresh.behind.keys()]).toEqual([300]);
});

test('where nothing has failed nothing leans towards failing', () => {
  const state = createPrecheckState();
  for (const change of ordinaryChanges(300)) state.take(change, readChange(change), Date.parse(change.occurredAt));
  expect(state.weigh(readChange(failed), now).riskScore).toBeLessThanOrEqual(0);
  expect(state.weigh(readChange(failed), now).usual).toBeCloseTo(1 / 350, 9);
});

test('where paths are known of failed changes only, they say nothing', () => {
  const state = createPrecheckState();
  const pathOf = (at: number) => (at % 75 === 0 ? 'src/wax.ts' : `src/${at}.ts`);
  const listed = ordinaryChanges(300).map((change, at) =>
    at % 25 === 0 ? { ...change, paths: [pathOf(at)] } : change,
  );
  for (const change of listed) state.take(change, readChange(change), Date.parse(change.occurredAt));
  for (let number = 0; number < 300; number += 25) state.know(number, now);
  const { files } = state.weigh(readChange({ ...failed, paths: ['src/wax.ts'] }), now);
  expect(files?.failed).toBeGreaterThan(1);
  expect(files?.logOdds).toBeCloseTo(0, 1);
});
