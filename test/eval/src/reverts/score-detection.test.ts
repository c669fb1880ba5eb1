import { linkFailures } from '@refrain/analysis/evaluation';
import { generateOrganisation, listTrueReverts } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { formatFailureId, parseOrganisation } from '../organisations/parse-organisation.ts';
import { scoreDetection } from './score-detection.ts';

const { world, postMortems, truth } = generateOrganisation(6);
const { failures, changes } = parseOrganisation(world, postMortems);

test('scoreDetection returns 1 for right verdicts and joined stacks', () => {
  const verdictOf = new Map(
    listTrueReverts(truth).flatMap(({ verdict, revert }) =>
      [revert.id, ...revert.sameAs].map((id) => [formatFailureId('reverted_change', id), verdict] as const),
    ),
  );
  const judged = failures.map((failure) => ({ ...failure, isFailure: verdictOf.get(failure.id) === 'failure' }));
  const known = new Set(failures.map(({ id }) => id));
  const episodes = truth.episodes.map(({ id, failures: own }) => ({
    id,
    failureIds: own.flatMap((one) => [one.id, ...one.sameAs].map((name) => formatFailureId(one.kind, name))),
  }));
  const score = scoreDetection(judged, episodes, truth);
  expect(score.reverts).toMatchObject({ balancedAccuracy: 1, unclear: { called: 0 } });
  expect(score.sameEvent).toMatchObject({ f1: 1 });
  expect(score.sameEvent.same).toBeGreaterThan(1);
  expect([...verdictOf.keys()].some((id) => known.has(id))).toBe(true);
});

test('Refrain treats few planned and unclear reverts as failures, and infers no time of day from a date', () => {
  const { episodes } = linkFailures({ failures, changes, corrections: [] });
  const { reverts, times } = scoreDetection(failures, episodes, truth);
  expect(reverts.planned.called / reverts.planned.of).toBeLessThan(0.15);
  expect(reverts.unclear.called / reverts.unclear.of).toBeLessThan(0.2);
  expect(times.day.right).toBe(times.day.of);
});
