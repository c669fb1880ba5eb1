import { expect, test } from 'vitest';
import { computeMeasurements } from './compute-measurements.ts';
import { createObservedEpisode } from './observation/testing.ts';

const until = '2026-03-01T00:00:00.000Z';
const delivery = { changes: [], failures: [], links: [] };

function measureFrom(...starts: string[]) {
  const episodes = starts.map((startedAt) => createObservedEpisode(startedAt, startedAt, { patternId: 'p' }));
  return computeMeasurements({ episodes, changes: [], patternIds: ['p'], delivery, until });
}

test('computeMeasurements ignores failures that are older than ten years', () => {
  const recent = ['2025-11-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  const measured = measureFrom(...recent);
  expect(measured.organisation.controlChart?.points.length).toBeGreaterThan(5);
  expect(measureFrom('1991-01-01T00:00:00.000Z', ...recent)).toEqual(measured);
});
