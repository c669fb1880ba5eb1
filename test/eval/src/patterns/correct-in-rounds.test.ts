import type { Correction } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { correctInRounds, listCorrectedFailures } from './correct-in-rounds.ts';
import type { PatternWithMembers, TrueGroupsAndEpisodes } from './find-mistakes.ts';

const truth: TrueGroupsAndEpisodes = { groupOf: (id) => id.charAt(0), episodeOf: (id) => id };
const groups = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Clusters the four failures of each group into two patterns, until a decision links these patterns. */
function recluster(corrections: readonly Correction[]): PatternWithMembers[] {
  const bound = listCorrectedFailures(corrections);
  return groups.flatMap((group) => {
    const halves = [['1', '2'].map((one) => group + one), ['3', '4'].map((one) => group + one)];
    const shown = bound.has(`${group}1`) ? [halves.flat()] : halves;
    return shown.map((ids) => ({ id: ids[0] as string, members: ids.map((failureId) => ({ failureId })) }));
  });
}

function correct(seed: number, counts: readonly number[]) {
  return correctInRounds(recluster, truth, createRandomStream(`test ${seed}`), counts);
}

test('correctInRounds makes the requested number of decisions, or fewer if no mistake is left', () => {
  const steps = correct(1, [0, 2, 6, 80]);
  expect(steps.map(({ given }) => given.merge)).toEqual([0, 2, 6, 7]);
  expect(steps.map(({ patterns }) => patterns.length)).toEqual([14, 12, 8, 7]);
  expect(steps.map(({ corrections }) => listCorrectedFailures(corrections).size)).toEqual([0, 8, 24, 28]);
});

test('only the seed determines the order of decisions', () => {
  const firstOf = (seed: number) => correct(seed, [1])[0]?.corrections;
  expect(firstOf(3)).toEqual(firstOf(3));
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(firstOf(seed)))).size).toBeGreaterThan(1);
});

test('correctInRounds gives later decisions later times', () => {
  const times = correct(1, [7])[0]?.corrections.map(({ decidedAt }) => decidedAt) ?? [];
  expect(times.toSorted()).toEqual(times);
  expect(new Set(times).size).toBe(7);
});

test('correctInRounds decides on a pattern at most once per round', () => {
  const shown = [{ id: 'p', members: ['a1', 'a2', 'a3', 'b1', 'c1'].map((failureId) => ({ failureId })) }];
  const rounds: number[] = [];
  correctInRounds(
    (corrections) => {
      rounds.push(corrections.length);
      return shown;
    },
    truth,
    createRandomStream('one'),
    [3],
  );
  expect(rounds).toEqual([0, 1, 2, 3]);
});
