import type { Failure, FailureKind, ObservedEpisode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { computeHarmScore } from './compute-harm-score.ts';

let count = 0;
const failures = new Map<string, Failure>();

function episode(kind: FailureKind, at: string, hours: number | null = null, severity: string | null = null) {
  const id = `f${count++}`;
  failures.set(id, { id, kind, severity } as Failure);
  const observed = { id, kinds: [kind], startedAt: at, hours, failureIds: [id] };
  return observed as unknown as ObservedEpisode;
}

const may = '2026-05-01T00:00:00.000Z';
const harmOf = (...episodes: readonly ObservedEpisode[]) => computeHarmScore(episodes, failures, 'strong');

test('computeHarmScore ranks an incident above ten failed deployments, which rank above a hundred reverts', () => {
  const deployments = Array.from({ length: 10 }, () => episode('failed_deployment', may));
  const reverts = Array.from({ length: 100 }, () => episode('reverted_change', may));
  expect(harmOf(episode('incident', may))).toBeGreaterThan(harmOf(...deployments));
  expect(harmOf(...deployments)).toBeGreaterThan(harmOf(...reverts));
});

test('computeHarmScore grows with impact hours, severity and recency', () => {
  const reference = harmOf(episode('incident', may, 2));
  expect(harmOf(episode('incident', may, 9))).toBeGreaterThan(reference);
  expect(harmOf(episode('incident', may, 2, 'SEV1'))).toBeGreaterThan(harmOf(episode('incident', may, 2, 'P2')));
  expect(harmOf(episode('incident', may, 2, 'minor'))).toBeLessThan(reference);
  expect(harmOf(episode('incident', '2026-06-01T00:00:00.000Z', 2))).toBeGreaterThan(reference);
});

test('computeHarmScore returns the same score for two incidents as for one incident a year later', () => {
  const older = '2025-05-01T00:00:00.000Z';
  expect(harmOf(episode('incident', older, 2), episode('incident', older, 2))).toBeCloseTo(
    harmOf(episode('incident', may, 2)),
    3,
  );
});

test('computeHarmScore ranks a pattern of which only the texts are similar as if it had an eighth of its hours', () => {
  const uncertain = computeHarmScore([episode('incident', may, 15)], failures, 'similar_texts');
  expect(uncertain).toBeCloseTo(harmOf(episode('incident', may, 1)), 3);
});

test('computeHarmScore ranks a pattern whose texts do not say what fails below one whose texts do', () => {
  const episodes = [episode('incident', may, 15)];
  expect(computeHarmScore(episodes, failures, 'none')).toBeLessThan(
    computeHarmScore(episodes, failures, 'similar_texts'),
  );
});

test('computeHarmScore returns 0 without episodes', () => {
  expect(harmOf()).toBe(0);
});
