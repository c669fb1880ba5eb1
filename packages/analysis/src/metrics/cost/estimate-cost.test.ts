import { Cost, CostSettings, type Failure } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, createFailure } from '../../linking/testing.ts';
import { observeEpisodes } from '../observation/observe-episodes.ts';
import { costAssumptions } from './assumptions.ts';
import { estimateCost } from './estimate-cost.ts';

// Hours in these tests count from Monday, 5 January 2026, 00:00 UTC.
const noon = 12;
const night = 3;

function estimate(failures: readonly Failure[], settings: Parameters<typeof CostSettings.parse>[0] = {}) {
  const cost = estimateCost({
    episodes: observeEpisodes({ failures, patterns: [], links: [], changes: [] }),
    failures: new Map(failures.map((one) => [one.id, one])),
    settings: CostSettings.parse(settings),
  });
  expect(Cost.parse(cost)).toEqual(cost);
  return cost;
}

function page(id: string, start: number, hours: number | null, given: Partial<Failure> = {}): Failure {
  return createFailure(id, start, { urgency: 'high', resolvedAt: hours === null ? null : at(start + hours), ...given });
}

const revert = createFailure('v', noon, { kind: 'reverted_change' });

describe('estimateCost', () => {
  it('estimateCost sums response, pages, follow-up and rework as ranges and lists all assumptions', () => {
    const { people, pages, impact, avoided, assumptions } = estimate([
      page('a', night, 2, { responders: 3 }),
      { ...revert, episodeId: 'a' },
    ]);
    expect(pages).toEqual({
      all: { count: 1, failureIds: ['a'] },
      outOfHours: { count: 1, failureIds: ['a'] },
      unknownUrgency: 0,
    });
    expect(people.parts.map(({ part, hours }) => [part, hours.low, hours.high])).toEqual([
      ['response', 6, 6],
      ['pages', 0.5, 2],
      ['out_of_hours', 1, 4],
      ['follow_up', 0, 6],
      ['rework', 1, 4],
    ]);
    expect(people).toMatchObject({
      total: { low: 8.5, high: 22 },
      perEpisode: { low: 8.5, high: 22 },
      withResponders: 1,
    });
    expect(impact).toMatchObject({ total: 2, median: 2, withDuration: 1, high: null });
    expect(avoided).toEqual({ peopleHours: { low: 8.5, high: 22 }, impactHours: 2 });
    expect(assumptions).toEqual(costAssumptions);
  });

  it('estimateCost returns a range of responders for several incidents: from the same people for all to different people for each', () => {
    const both = [page('a', noon, 2, { responders: 3 }), page('b', noon + 1, 2, { responders: 2, episodeId: 'a' })];
    expect(estimate(both).people.parts[0]?.hours).toEqual({ low: 9, high: 15 });
    const withoutResponders = both.map((one) => ({ ...one, responders: null }));
    expect(estimate(withoutResponders).people.parts[0]?.hours).toEqual({ low: 3, high: 12 });
  });

  it('estimateCost limits the hours that people work on one incident', () => {
    expect(estimate([page('a', noon, 500, { responders: 1 })]).people.parts[0]?.hours).toEqual({ low: 8, high: 24 });
  });

  it('estimateCost counts at least one rework for a failed deployment and a revert in one episode', () => {
    const failed = createFailure('f', noon, { kind: 'failed_deployment' });
    const { people } = estimate([failed, { ...revert, episodeId: 'f' }]);
    expect(people).toMatchObject({ total: { low: 1, high: 8 }, withDuration: 1 });
    expect(people.parts.map(({ part }) => part)).toEqual(['rework']);
  });
});

describe('estimateCost with unknown values', () => {
  it('estimateCost counts an open incident and an unknown urgency separately instead of as 0', () => {
    const open = page('a', noon, null);
    const issue = page('b', noon + 50, 1, { urgency: null });
    const cost = estimate([open, issue, page('c', noon + 90, 1, { urgency: 'low' })]);
    expect(cost.people).toMatchObject({ withDuration: 2, total: { low: 2, high: 20 } });
    expect(cost.pages).toMatchObject({ all: { count: 1 }, unknownUrgency: 1 });
    expect(cost.impact).toMatchObject({ withDuration: 2, episodes: 3, total: 2 });
    const nothing = estimate([open]);
    expect(nothing).toMatchObject({
      people: { total: null, parts: [] },
      avoided: { peopleHours: null, impactHours: null },
    });
    expect(estimate([])).toMatchObject({ episodes: 0, people: { total: null }, impact: { median: null } });
  });
});

describe('estimateCost with an outlier', () => {
  it('estimateCost returns a higher total but the same median if one episode is much longer than the others', () => {
    const regular = Array.from({ length: 12 }, (_, place) => page(`u${place}`, noon + 168 * place, 1));
    const [without, one] = [estimate(regular), estimate([...regular, page('x', noon + 5_000, 2_000)])];
    expect(one.avoided).toEqual(without.avoided);
    expect(one.impact).toMatchObject({ total: 2_012, median: 1, high: 1 });
    expect(one.people.total?.high).toBeGreaterThan(without.people.total?.high ?? 0);
  });
});

describe('estimateCost: out-of-hours pages', () => {
  const countOf = (instant: string, settings: Parameters<typeof CostSettings.parse>[0]): number =>
    estimate([page('a', 0, 1, { occurredAt: instant, resolvedAt: instant })], settings).pages.outOfHours.count;

  it.each([
    ['2026-01-05T07:59:00.000Z', 'UTC', 1],
    ['2026-01-05T08:00:00.000Z', 'UTC', 0],
    ['2026-01-05T18:59:00.000Z', 'UTC', 0],
    ['2026-01-05T19:00:00.000Z', 'UTC', 1],
    ['2026-01-10T12:00:00.000Z', 'UTC', 1],
    // Local times of the next six rows, by Python's zoneinfo: Fri 08:30, Mon 08:30 in summer time, Fri 07:30, Sat
    // 00:30, Mon 00:15, Mon 08:30.
    ['2026-03-27T07:30:00.000Z', 'Europe/Berlin', 0],
    ['2026-03-30T06:30:00.000Z', 'Europe/Berlin', 0],
    ['2026-03-27T06:30:00.000Z', 'Europe/Berlin', 1],
    ['2026-03-27T15:30:00.000Z', 'Asia/Tokyo', 1],
    ['2026-03-29T18:45:00.000Z', 'Asia/Kolkata', 1],
    ['2026-03-29T23:30:00.000Z', 'Asia/Tokyo', 0],
  ])('estimateCost counts a page at %s in %s as %i pages out of hours', (instant, timeZone, count) => {
    expect(countOf(instant, { timeZone })).toBe(count);
  });

  it('estimateCost uses the working hours of the organisation for pages out of hours', () => {
    expect(countOf('2026-01-09T12:00:00.000Z', { weekend: [5, 6] })).toBe(1);
    expect(countOf('2026-01-11T12:00:00.000Z', { weekend: [5, 6] })).toBe(0);
    expect(countOf('2026-01-05T12:00:00.000Z', { workday: { from: 0, until: 12 } })).toBe(1);
    expect(() => CostSettings.parse({ timeZone: 'Mars/Olympus' })).toThrow('Europe/Berlin');
    expect(() => CostSettings.parse({ workday: { from: 9, until: 9 } })).toThrow('begin before it ends');
  });
});

describe('estimateCost: assumptions', () => {
  it("estimateCost replaces assumptions by the organisation's own values and states their source", () => {
    const { assumptions, people } = estimate([page('a', noon, 2)], {
      assumptions: { responders: { low: 2, high: 2 } },
    });
    expect(people.parts[0]?.hours).toEqual({ low: 4, high: 4 });
    expect(assumptions[0]).toMatchObject({ name: 'responders', source: 'set by this organisation' });
    expect(assumptions.slice(1)).toEqual(costAssumptions.slice(1));
  });
});

describe('estimateCost: properties', () => {
  const episodes = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 500 }),
      hours: fc.option(fc.integer({ min: 0, max: 60 })),
      urgency: fc.constantFrom('high', 'low', null),
      responders: fc.option(fc.nat(5)),
      kind: fc.constantFrom('incident', 'failed_deployment', 'reverted_change'),
      episodeId: fc.constantFrom(null, 'e0', 'e1'),
    }),
    { maxLength: 12 },
  );
  it('estimateCost returns parts that sum to the total, each with low at most high, for any order of the input', () => {
    fc.assert(
      fc.property(episodes, (given) => {
        const failures = given.map(({ start, hours, ...rest }, place) => page(`e${place}`, start, hours, rest));
        const { people } = estimate(failures);
        const sum = (end: 'low' | 'high') => people.parts.reduce((total, { hours }) => total + hours[end], 0);
        expect(sum('low')).toBeCloseTo(people.total?.low ?? 0, 6);
        expect(sum('high')).toBeCloseTo(people.total?.high ?? 0, 6);
        for (const { hours } of people.parts) expect(hours.low).toBeLessThanOrEqual(hours.high);
        expect(estimate([...failures].reverse())).toEqual(estimate(failures));
      }),
    );
  });
});
