import { expect, it } from 'vitest';
import { undispersed } from '../../stats/dispersion.ts';
import { findChangePoints } from './find-change-points.ts';

/** One event every so many days, in each stretch of [days, every]. */
function events(...stretches: readonly (readonly [number, number])[]): number[] {
  let from = 0;
  return stretches.flatMap(([days, every]) => {
    const start = from;
    from += days;
    return Array.from({ length: Math.floor(days / every) }, (_, at) => start + (at + 0.5) * every);
  });
}

it('a rate that rises and falls again has two change points, each with the days that it may be on', () => {
  const line = { events: events([200, 10], [150, 2], [250, 10]), length: 600, dispersion: undispersed };
  const found = findChangePoints(line, 0.01);
  expect(found.map(({ at }) => Math.round(at / 10))).toEqual([20, 35]);
  for (const { at, earliest, latest, p } of found) {
    expect(earliest).toBeLessThanOrEqual(at);
    expect(latest).toBeGreaterThanOrEqual(at);
    expect(latest - earliest).toBeLessThan(60);
    expect(p).toBeLessThan(0.01);
  }
});

it('an even rate has none, nor has what is shorter than two stretches of four weeks', () => {
  expect(findChangePoints({ events: events([600, 5]), length: 600, dispersion: undispersed }, 0.05)).toEqual([]);
  expect(findChangePoints({ events: events([20, 10], [35, 1]), length: 55, dispersion: undispersed }, 0.05)).toEqual(
    [],
  );
  expect(findChangePoints({ events: [], length: 600, dispersion: undispersed }, 0.05)).toEqual([]);
});

it('what is clear where each comes alone is not where they come in bursts', () => {
  const line = { events: events([200, 20], [100, 5]), length: 300 };
  expect(findChangePoints({ ...line, dispersion: undispersed }, 0.01)).toHaveLength(1);
  expect(findChangePoints({ ...line, dispersion: [{ value: 8, weight: 1 }] }, 0.01)).toEqual([]);
});
