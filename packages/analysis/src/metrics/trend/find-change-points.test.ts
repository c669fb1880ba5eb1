import { expect, it } from 'vitest';
import { poissonDispersion } from '../../stats/dispersion.ts';
import { findChangePoints } from './find-change-points.ts';

/** Returns events at regular intervals. Each stretch is [its length in days, days between events]. */
function events(...stretches: readonly (readonly [number, number])[]): number[] {
  let from = 0;
  return stretches.flatMap(([days, every]) => {
    const start = from;
    from += days;
    return Array.from({ length: Math.floor(days / every) }, (_, at) => start + (at + 0.5) * every);
  });
}

it('findChangePoints finds a rise and a fall, each with a range of dates', () => {
  const line = { events: events([200, 10], [150, 2], [250, 10]), length: 600, dispersion: poissonDispersion };
  const found = findChangePoints(line, 0.01);
  expect(found.map(({ at }) => Math.round(at / 10))).toEqual([20, 35]);
  for (const { at, earliest, latest, p } of found) {
    expect(earliest).toBeLessThanOrEqual(at);
    expect(latest).toBeGreaterThanOrEqual(at);
    expect(latest - earliest).toBeLessThan(60);
    expect(p).toBeLessThan(0.01);
  }
});

it('findChangePoints finds nothing at an even rate or in less than eight weeks', () => {
  expect(findChangePoints({ events: events([600, 5]), length: 600, dispersion: poissonDispersion }, 0.05)).toEqual([]);
  expect(
    findChangePoints({ events: events([20, 10], [35, 1]), length: 55, dispersion: poissonDispersion }, 0.05),
  ).toEqual([]);
  expect(findChangePoints({ events: [], length: 600, dispersion: poissonDispersion }, 0.05)).toEqual([]);
});

it('findChangePoints requires clearer evidence if events come in bursts', () => {
  const line = { events: events([200, 20], [100, 5]), length: 300 };
  expect(findChangePoints({ ...line, dispersion: poissonDispersion }, 0.01)).toHaveLength(1);
  expect(findChangePoints({ ...line, dispersion: [{ value: 8, weight: 1 }] }, 0.01)).toEqual([]);
});
