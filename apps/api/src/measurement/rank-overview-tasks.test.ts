import type { OverviewTask } from '@refrain/domain';
import { expect, test } from 'vitest';
import { rankOverviewTasks } from './rank-overview-tasks.ts';

function tasks(kind: OverviewTask['kind'], ...patternIds: readonly string[]): OverviewTask[] {
  return patternIds.map((patternId) => ({
    kind,
    patternId,
    name: patternId,
    episodes: 3,
    impactHours: null,
    lastAt: '2026-01-01T00:00:00.000Z',
    judgement: null,
    improvement: null,
  }));
}

const idsOf = (ranked: readonly OverviewTask[]) => ranked.map(({ patternId }) => patternId);

test('each kind of task gets two places', () => {
  const ranked = rankOverviewTasks([
    tasks('recurred', 'a'),
    tasks('approve', 'b', 'c', 'd', 'e'),
    tasks('review', 'f', 'g', 'h'),
  ]);
  expect(idsOf(ranked)).toEqual(['a', 'b', 'c', 'f', 'g']);
});

test('free places go to further tasks of the same kinds', () => {
  expect(idsOf(rankOverviewTasks([tasks('approve', 'a', 'b', 'c', 'd'), tasks('review', 'e')]))).toEqual([
    ...['a', 'b', 'e', 'c', 'd'],
  ]);
});

test('a pattern with several tasks is listed with its most urgent one', () => {
  const ranked = rankOverviewTasks([tasks('approve', 'a'), tasks('returned', 'a', 'b')]);
  expect(ranked.map(({ kind, patternId }) => `${kind} ${patternId}`)).toEqual(['approve a', 'returned b']);
});

test('the chosen tasks are in the order of their impact', () => {
  const costly = (task: OverviewTask, impactHours: number) => ({ ...task, impactHours });
  const long = tasks('recurred', 'a').map((task) => costly(task, 24));
  const frequent = tasks('review', 'b').map((task) => costly(task, 40));
  const ranked = rankOverviewTasks([long, frequent, tasks('rising', 'c')]);
  expect(idsOf(ranked)).toEqual(['b', 'a', 'c']);
});

test('tasks with equal impact are in the order of their episodes, then of their newest failure', () => {
  const [first, second, third] = tasks('review', 'a', 'b', 'c') as [OverviewTask, OverviewTask, OverviewTask];
  const frequent = { ...third, episodes: 4 };
  const recent = { ...second, lastAt: '2026-02-01T00:00:00.000Z' };
  expect(idsOf(rankOverviewTasks([[first, recent, frequent]]))).toEqual(['c', 'b', 'a']);
});
