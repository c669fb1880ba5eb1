import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Revert } from './revert.ts';
import { judgeRoutineReverts, type RevertWithTitle } from './routine-reverts.ts';

function revert(title: string, days: number, overrides: Partial<Revert> = {}): RevertWithTitle {
  const completeRevert: Revert = {
    sha: `${title} ${days}`,
    mergeShas: [],
    revertedShas: [],
    revertedPr: null,
    isRevertOfRevert: false,
    hasLanded: true,
    verdict: 'unclear',
    isFailure: false,
    confidence: 0.5,
    evidence: [],
    ...overrides,
  };
  return { revert: completeRevert, title, at: days * dayInMs };
}

const hosts = ['wk-1', 'wk-7', 'wk-2', 'wk-7', 'wk-9'];
const drains = hosts.map((host, at) => revert(`Drain ${host} for the monthly patches`, 30 * at));
const verdicts = (some: readonly RevertWithTitle[]) => judgeRoutineReverts(some).map(({ verdict }) => verdict);
const harm: Partial<Revert> = { verdict: 'failure', isFailure: true, confidence: 0.9, evidence: ['crashes'] };

test('judgeRoutineReverts judges reverts of the same work on five hosts and different days as planned', () => {
  expect(verdicts(drains)).toEqual(Array.from(hosts, () => 'planned'));
  expect(verdicts(drains.slice(1))).toEqual(hosts.slice(1).map(() => 'unclear'));
});

test('judgeRoutineReverts judges a routine revert with a reason but without words of harm as planned', () => {
  const explained: Partial<Revert> = { verdict: 'failure', isFailure: true, confidence: 0.86 };
  const [last] = judgeRoutineReverts([...drains, revert('Drain wk-4 for the monthly patches', 200, explained)]).slice(
    -1,
  );
  expect(last).toMatchObject({ verdict: 'planned', isFailure: false });
});

test('judgeRoutineReverts keeps the verdict of a routine revert that states harm', () => {
  expect(verdicts([...drains, revert('Drain wk-4 for the monthly patches', 200, harm)]).at(-1)).toBe('failure');
});

test('judgeRoutineReverts does not judge reverts as planned if similar reverts often state harm', () => {
  const failed = [300, 330].map((days) => revert('Drain wk-5 for the monthly patches', days, harm));
  expect(verdicts([...drains, ...failed]).slice(0, hosts.length)).toEqual(hosts.map(() => 'unclear'));
});

test('judgeRoutineReverts does not judge five similar reverts of one day as planned', () => {
  expect(verdicts(drains.map((one, at) => ({ ...one, at: at * 60_000 })))).toEqual(hosts.map(() => 'unclear'));
});

test('judgeRoutineReverts does not judge reverts as planned if their titles share only the first word', () => {
  const titles = [
    'Drain the queue of mails',
    'Drain wk-2 today',
    'Drain swamp from logo',
    'Drain battery less',
    'Drain',
  ];
  expect(verdicts(titles.map((title, at) => revert(title, 30 * at)))).toEqual(titles.map(() => 'unclear'));
});
