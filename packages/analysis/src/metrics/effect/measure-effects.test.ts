import { dayInMs, Effect, type ObservedChange, type ObservedEpisode } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createObservedEpisode } from '../observation/testing.ts';
import { type EffectsInput, measureEffects } from './measure-effects.ts';

const begin = Date.parse('2024-01-01T00:00:00.000Z');
const fixedOn = 420;

function dayOf(day: number): string {
  return new Date(begin + day * dayInMs).toISOString();
}

function episodes(patternId: string, days: readonly number[]): ObservedEpisode[] {
  return days.map((day) =>
    createObservedEpisode(`${patternId} ${day}`, dayOf(day), { patternId, repositories: ['acme/payments'] }),
  );
}

function every(step: number, from: number, until: number): number[] {
  return Array.from({ length: Math.ceil((until - from) / step) }, (_, at) => from + at * step);
}

function changes(days: readonly number[]): ObservedChange[] {
  return days.map((day) => ({
    id: String(day),
    at: dayOf(day),
    repository: 'acme/payments',
    environment: null,
    services: [],
  }));
}

const others = [25, 40, 60, 90, 120].flatMap((step) => episodes(`other ${step}`, every(step, 3, fixedOn)));
const before = episodes('own', every(21, 5, fixedOn));

function input(since: readonly number[], until: number, given: Partial<EffectsInput> = {}): EffectsInput {
  return {
    episodes: [...others, ...before, ...episodes('own', since)],
    changes: [],
    period: { from: dayOf(0), until: dayOf(until) },
    fixes: [{ patternId: 'own', fixedAt: dayOf(fixedOn) }],
    ...given,
  };
}

function measureOwn(since: readonly number[], until: number, given: Partial<EffectsInput> = {}): Effect {
  const [effect] = measureEffects(input(since, until, given));
  return Effect.parse(effect);
}

describe('measureEffects', () => {
  it('measureEffects returns `held` after a period without episodes that is too long to be chance', () => {
    const effect = measureOwn([], fixedOn + 300);
    expect(effect.verdict).toBe('held');
    expect(effect.perWeek.ratio?.high).toBeLessThan(1);
    expect(effect.explanation[0]).toMatch(
      /^Held: 0 episodes in \d+ weeks since the fix, where [\d.]+ were to be expected had nothing changed \(rate down 100 %, 95 % interval \d+ to 100 %\)\.$/,
    );
  });

  it('measureEffects returns `came_back` if the failures continue at the same rate', () => {
    const effect = measureOwn(every(21, fixedOn + 5, fixedOn + 300), fixedOn + 300);
    expect(effect.verdict).toBe('came_back');
    expect(effect.explanation[0]).toMatch(/^Came back: .* and [\d.]+ had three of four been prevented\.$/);
    // Episodes after the verdict are reported separately.
    expect(effect.explanation.at(-1)).toMatch(
      /^That was so on \d+ \w+ 2025\. By 21 Dec 2025 it is 15 episodes in 42 weeks, /,
    );
  });

  it('measureEffects does not return `came_back` for a single episode', () => {
    expect(measureOwn([fixedOn + 3], fixedOn + 8).verdict).toBe('too_early');
  });

  it('measureEffects returns `not_distinguishable` at the end of the monitoring if neither bound was reached', () => {
    const since = every(50, fixedOn + 20, fixedOn + 364);
    const effect = measureOwn(since, fixedOn + 400);
    expect(effect.verdict).toBe('not_distinguishable');
    expect(effect.decidedAt).toBe(effect.monitoringEndsAt);
    expect(effect.weeksNeeded).toBeNull();
  });

  it('measureEffects predicts the number of quiet weeks until a fix counts as held', () => {
    const early = measureOwn([fixedOn + 10], fixedOn + 31);
    expect(early.verdict).toBe('too_early');
    const needed = early.weeksNeeded ?? 0;
    expect(early.explanation[1]).toMatch(new RegExp(`^${needed} more weeks without an episode are needed`));
    expect(measureOwn([fixedOn + 10], fixedOn + 31 + 7 * needed).verdict).toBe('held');
    expect(measureOwn([fixedOn + 10], fixedOn + 31 + 7 * (needed - 1)).verdict).toBe('too_early');
  });

  it('measureEffects keeps a verdict about a fix whatever happens later', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 12 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 360 }), (steps, early) => {
        let day = fixedOn;
        const since = steps.map((step) => {
          day += step;
          return day;
        });
        const first = measureOwn(since, fixedOn + early);
        const last = measureOwn(since, fixedOn + 400);
        if (first.verdict !== 'too_early')
          expect([last.verdict, last.decidedAt]).toEqual([first.verdict, first.decidedAt]);
        else expect(Date.parse(last.decidedAt ?? '')).toBeGreaterThan(Date.parse(first.until) - 1);
      }),
      { numRuns: 15 },
    );
  });

  it('measureEffects returns the same effects for any order of the input', () => {
    const given = { ...input([fixedOn + 70], fixedOn + 200), changes: changes(every(1, 0, fixedOn + 200)) };
    const fixes = [...given.fixes, { patternId: 'other 25', fixedAt: dayOf(fixedOn - 30) }];
    const turned = {
      ...given,
      episodes: [...given.episodes].reverse(),
      changes: [...given.changes].reverse(),
      fixes: [...fixes, ...fixes].reverse(),
    };
    expect(measureEffects(turned)).toEqual(measureEffects({ ...given, fixes }));
  });

  it('measureEffects judges a fix independently of the episodes of other patterns after the fix', () => {
    const goingOn = [25, 40].flatMap((step) => episodes(`other ${step}`, every(2, fixedOn + 1, fixedOn + 90)));
    const all = [...others, ...before, ...goingOn];
    expect(measureOwn([], fixedOn + 100, { episodes: all })).toEqual(measureOwn([], fixedOn + 100));
  });

  it('measureEffects does not return `held` only because fewer changes were made', () => {
    const given = (paceSince: number) => ({
      changes: changes([...every(1, 0, fixedOn), ...every(paceSince, fixedOn, fixedOn + 300)]),
    });
    expect(measureOwn([], fixedOn + 300, given(1)).verdict).toBe('held');
    const stopped = measureOwn([], fixedOn + 300, given(20));
    expect(stopped.verdict).toBe('too_early');
    expect(stopped.per100Changes?.expected).toBeLessThan(2);
  });

  it("measureEffects ends the monitoring of a fix at the pattern's next fix, and starts the baseline of the next fix at the first fix", () => {
    const next = { patternId: 'own', fixedAt: dayOf(fixedOn + 60) };
    const fixes = [{ patternId: 'own', fixedAt: dayOf(fixedOn) }, next];
    const effects = measureEffects(input([fixedOn + 20], fixedOn + 200, { fixes }));
    expect(effects.map(({ verdict, until }) => [verdict, until])).toEqual([
      ['not_distinguishable', next.fixedAt],
      ['too_early', dayOf(fixedOn + 200)],
    ]);
    expect(effects[1]?.perWeek.before).toMatchObject({ episodes: 1, exposure: 60 / 7 });
  });

  it('measureEffects ignores fixes outside the observed period and fixes of unknown patterns', () => {
    const fixes = [-1, 0, fixedOn + 10, fixedOn + 50].map((day) => ({ patternId: 'own', fixedAt: dayOf(day) }));
    expect(measureEffects(input([], fixedOn + 10, { fixes }))).toEqual([]);
    expect(measureEffects(input([], fixedOn + 10, { fixes: [{ patternId: 'never', fixedAt: dayOf(9) }] }))).toEqual([]);
  });

  it('measureEffects mentions regression to the mean if the other patterns are much rarer than the fixed one', () => {
    const rare = Array.from({ length: 20 }, (_, at) => episodes(`rare ${at}`, [15 + 7 * at, 400 - 11 * at])).flat();
    const describeRegressionToMean = (all: readonly ObservedEpisode[]) =>
      measureOwn([], fixedOn + 14, { episodes: all }).explanation.filter((sentence) =>
        /^Of the [\d.]+ a month before, [\d.]+ is what it would be expected to go on with/.test(sentence),
      );
    expect(describeRegressionToMean([...rare, ...episodes('own', [30, 120, 210, 300, 390])])).toHaveLength(1);
    expect(describeRegressionToMean([...others, ...before])).toHaveLength(0);
  });
});
