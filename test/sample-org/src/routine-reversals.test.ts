import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { nonServiceRepositories, services } from './company.ts';
import { createRandomStream } from './random-stream.ts';
import { planRoutineChangesWithReverts } from './routine-reversals.ts';

const span = { from: Date.parse('2024-11-01'), until: Date.parse('2026-10-31') };
const repositories = [...services.map(({ slug }) => slug), ...nonServiceRepositories.map(({ name }) => name)];
const reversals = planRoutineChangesWithReverts(repositories, span, 1, createRandomStream('routines'));

test('each routine change is made and reverted at least six times, weeks apart', () => {
  const byRoutine = new Map<string, number[]>();
  for (const { change } of reversals) {
    const routine = change.key.split('/')[1] ?? '';
    byRoutine.set(routine, [...(byRoutine.get(routine) ?? []), change.at]);
  }
  for (const times of byRoutine.values()) {
    expect(times.length).toBeGreaterThanOrEqual(6);
    for (const [index, at] of times.slice(1).entries()) expect(at - (times[index] ?? at)).toBeGreaterThan(14 * dayInMs);
  }
});

test('a revert comes after its change, in the same repository and within the history', () => {
  for (const { change, revert } of reversals) {
    expect(revert.reverts?.keys).toEqual([change.key]);
    expect(revert.repository).toBe(change.repository);
    expect(revert.at).toBeGreaterThan(change.at);
    expect(revert.at).toBeLessThan(span.until);
  }
});

test("the reason of a routine's revert names the host of the reverted change", () => {
  const hosts = reversals.flatMap(({ change, revert }) => {
    const own = change.title.match(/wk-\w+-\d+/u)?.[0];
    const named = revert.reverts?.reason.match(/wk-\w+-\d+/u)?.[0];
    return own === undefined || named === undefined ? [] : [[own, named]];
  });
  expect(hosts.length).toBeGreaterThan(0);
  for (const [own, named] of hosts) expect(named).toBe(own);
});

test('some reverts give no reason, and a small organisation has no routines', () => {
  expect(reversals.some(({ revert }) => revert.reverts?.reason === '')).toBe(true);
  expect(planRoutineChangesWithReverts(repositories, span, 0.05, createRandomStream('routines'))).toEqual([]);
});
