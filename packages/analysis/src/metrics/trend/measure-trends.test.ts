import { dayInMs, type ObservedChange, type ObservedEpisode, Trends } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createObservedEpisode } from '../observation/testing.ts';
import { measureTrends } from './measure-trends.ts';

const period = { from: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' };

function dayOf(day: number): string {
  return new Date(Date.parse(period.from) + day * dayInMs).toISOString();
}

function episode(id: string, day: number, given: Partial<ObservedEpisode>): ObservedEpisode {
  return createObservedEpisode(id, dayOf(day), { services: ['payments'], repositories: ['acme/payments'], ...given });
}

/** Returns an episode every `days` days, from one day to another. */
function every(days: number, from: number, until: number, given: Partial<ObservedEpisode>): ObservedEpisode[] {
  return Array.from({ length: Math.floor((until - from) / days) }, (_, at) =>
    episode(`${given.patternId}-${from}-${at}`, from + (at + 0.5) * days, given),
  );
}

function changesEvery(days: number, from: number, until: number, repository = 'acme/payments'): ObservedChange[] {
  return Array.from({ length: Math.floor((until - from) / days) }, (_, at) => ({
    id: `${repository}-${from}-${at}`,
    at: dayOf(from + (at + 0.5) * days),
    repository,
    environment: 'production',
    services: repository === 'acme/payments' ? ['payments'] : [],
  }));
}

const risen = [...every(10, 0, 280, { patternId: 'risen' }), ...every(2, 280, 365, { patternId: 'risen' })];
const even = every(7, 0, 365, { patternId: 'even', services: ['search'], repositories: ['acme/search'] });
const fallen = [...every(3, 0, 200, { patternId: 'fallen' }), ...every(30, 200, 365, { patternId: 'fallen' })];
const rare = [10, 200].map((day) => episode(`rare-${day}`, day, { patternId: 'rare' }));
const all = [...risen, ...even, ...fallen, ...rare];

function patternsOf(episodes: readonly ObservedEpisode[], changes: readonly ObservedChange[] = []) {
  const { patterns } = measureTrends({ episodes, changes, period });
  return new Map(patterns.map((trend) => [trend.id, trend]));
}

describe('measureTrends: trend of a pattern', () => {
  it('measureTrends says whether a rate rises or falls and states the compared windows', () => {
    const patterns = patternsOf(all);
    expect([...patterns].map(([id, { perWeek }]) => [id, perWeek.direction])).toEqual([
      ['even', 'no_clear_change'],
      ['fallen', 'falling'],
      ['rare', 'too_few'],
      ['risen', 'rising'],
    ]);
    const comparison = patterns.get('risen')?.perWeek.comparison;
    expect(comparison?.before.episodes).toBe(27);
    expect(comparison?.recent.episodes).toBe(43);
    expect(comparison?.ratio.low).toBeGreaterThan(1);
    expect(patterns.get('risen')?.recentFrom).toBe(dayOf(365 * 0.75));
  });

  it('measureTrends finds the day on which a rate changed, with the rates before and after', () => {
    const [change, ...more] = patternsOf(all).get('risen')?.changePoints ?? [];
    expect(more).toEqual([]);
    expect(Math.abs(Date.parse(change?.at ?? '') - Date.parse(dayOf(280)))).toBeLessThan(10 * dayInMs);
    expect(change?.before.value).toBeCloseTo(0.7, 1);
    expect(change?.after.value).toBeCloseTo(3.5, 0);
  });

  it('measureTrends does not report a burst as a rise if the episodes of patterns come in bursts', () => {
    const bursts = Array.from({ length: 12 }, (_, pattern) =>
      Array.from({ length: 6 }, (_, burst) =>
        [0, 0.1, 0.3, 0.8, 1].map((later, at) =>
          episode(`b${pattern}-${burst}-${at}`, ((pattern * 37 + burst * 59) % 350) + later, {
            patternId: `bursts-${String(pattern).padStart(2, '0')}`,
          }),
        ),
      ).flat(),
    ).flat();
    const { patterns } = measureTrends({ episodes: bursts, changes: [], period });
    expect(patterns.filter(({ dispersion }) => dispersion < 2.5)).toEqual([]);
    expect(patterns.filter(({ perWeek: { direction } }) => direction === 'rising' || direction === 'falling')).toEqual(
      [],
    );
  });

  it('measureTrends calls a trend steady only if a change by half is ruled out', () => {
    const often = every(0.5, 0, 365, { patternId: 'often' });
    expect(patternsOf(often).get('often')?.perWeek.direction).toBe('steady');
  });

  it('measureTrends measures the rate per change too if changes are known', () => {
    // Deployments and failures increase together: the rate per week rises, but the rate per change does not.
    const failures = [...every(4, 0, 270, { patternId: 'p' }), ...every(1, 270, 365, { patternId: 'p' })];
    const changes = [...changesEvery(0.4, 0, 270), ...changesEvery(0.1, 270, 365)];
    const trend = patternsOf(failures, changes).get('p');
    expect(trend?.perWeek.direction).toBe('rising');
    expect(trend?.per100Changes?.overall.value).toBeCloseTo(10, 0);
    expect(['steady', 'no_clear_change']).toContain(trend?.per100Changes?.direction);
    expect(patternsOf(even, changes).get('even')?.per100Changes).toBeNull();
  });

  it('measureTrends starts the trend of a new location at its first change', () => {
    const given = { patternId: 'new', services: [], repositories: ['acme/new'] };
    const changes = [...changesEvery(2, 0, 365), ...changesEvery(2, 265, 365, 'acme/new')];
    const trend = patternsOf(every(5, 270, 365, given), changes).get('new');
    expect(trend?.observedFrom).toBe(dayOf(266));
    expect(trend?.perWeek.direction).not.toBe('rising');
    expect(trend?.weeks[0]?.week).toBe('2025-W39');
  });

  it('measureTrends returns the same valid trends for any order of the input', () => {
    const changes = changesEvery(3, 0, 365);
    const expected = measureTrends({ episodes: all, changes, period });
    expect(Trends.parse(expected)).toEqual(expected);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (episodes) => {
        expect(measureTrends({ episodes, changes: [...changes].reverse(), period })).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });
});

describe('measureTrends', () => {
  it('measureTrends measures the organisation, each service and each pattern', () => {
    const { organisation, services } = measureTrends({ episodes: all, changes: [], period });
    expect(organisation.perWeek.overall.episodes).toBe(all.length);
    expect(services.map(({ id }) => id)).toEqual(['payments', 'search']);
    expect(organisation.weeks.reduce((sum, { episodes }) => sum + episodes, 0)).toBe(all.length);
  });

  it('measureTrends returns `too_few` for little data and rejects an empty period', () => {
    const nothing = measureTrends({ episodes: [], changes: [], period });
    expect(nothing.patterns).toEqual([]);
    expect(nothing.organisation.perWeek.direction).toBe('too_few');
    const short = measureTrends({
      episodes: every(0.5, 0, 50, { patternId: 'p' }),
      changes: [],
      period: { ...period, until: dayOf(50) },
    });
    expect(short.organisation.perWeek).toMatchObject({ comparison: null, test: null, direction: 'too_few' });
    expect(() =>
      measureTrends({ episodes: [], changes: [], period: { from: period.until, until: period.from } }),
    ).toThrow(RangeError);
  });
});
