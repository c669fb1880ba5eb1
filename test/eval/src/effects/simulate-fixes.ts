import { fitEffectPrior, measureEffect, type TrendSeries } from '@refrain/analysis/evaluation';
import { dayInMs, type Effect } from '@refrain/domain';
import type { RandomDistributions } from '../trends/random-distributions.ts';
import { type FixEffectName, type FixSimulationSetting, fixEffects } from './scenarios.ts';
import { observedDays, type SimulatedPattern, sampleFailureRate, simulatePattern } from './simulate-pattern.ts';

export interface SimulatedFix {
  readonly name: FixEffectName;
  readonly effect: Effect;
  /** Times of the episodes after the fix, in days since the fix. */
  readonly since: readonly number[];
  /** Times of the episodes before the fix, in days since the beginning of the observation. */
  readonly before: readonly number[];
  /** Number of days from the beginning of the observation to the fix. */
  readonly days: number;
}

const patterns = 200;
const quarter = 91;
const maxDelay = 6;

/**
 * Simulates organisations of 200 patterns until `count` patterns were fixed. Each fixed pattern is simulated once for each effect in the
 * setting.
 */
export function simulateFixes(count: number, setting: FixSimulationSetting, draw: RandomDistributions): SimulatedFix[] {
  const found: SimulatedFix[] = [];
  for (let picked = 0; picked < count; ) {
    const fixedOn = 270 + Math.floor(draw.uniform() * 450);
    const all = Array.from({ length: patterns }, () =>
      simulatePattern(sampleFailureRate(draw), fixedOn, setting, draw),
    );
    const chosenOn = fixedOn - Math.floor(draw.uniform() * 7 * maxDelay);
    const chosen = pick(all, chosenOn).slice(0, count - picked);
    found.push(...fixPatterns(chosen, all, fixedOn, setting));
    picked += chosen.length;
  }
  return found;
}

/** Simulates fixes that halve the rate of a pattern. All fixed patterns have the given rate and at least three episodes. */
export function simulateHalvedRates(
  count: number,
  perMonth: number,
  setting: FixSimulationSetting,
  draw: RandomDistributions,
): SimulatedFix[] {
  const fixedOn = 540;
  const usual = Array.from({ length: patterns }, () =>
    simulatePattern(sampleFailureRate(draw), fixedOn, setting, draw),
  );
  const own = Array.from({ length: count }, () => simulatePattern((perMonth * 12) / 365, fixedOn, setting, draw));
  const enough = own.filter(({ before }) => before.length >= 3);
  return fixPatterns(enough, [...usual, ...own], fixedOn, setting);
}

/**
 * Picks patterns with at least three episodes. The rate of a picked pattern rose in the last three months, or the pattern is among the most
 * frequent quarter.
 */
function pick(all: readonly SimulatedPattern[], on: number): SimulatedPattern[] {
  const countsOf = ({ before }: SimulatedPattern) => {
    const known = before.filter((time) => time < on);
    const recent = known.filter((time) => time >= on - quarter).length;
    return { all: known.length, recent: recent / quarter, earlier: (known.length - recent) / (on - quarter) };
  };
  const sorted = all.map((pattern) => countsOf(pattern).all).sort((a, b) => b - a);
  const many = sorted[Math.floor(all.length / 4)] ?? 0;
  return all.filter((pattern) => {
    const counts = countsOf(pattern);
    return counts.all >= 3 && (counts.all >= many || counts.recent >= 1.5 * counts.earlier);
  });
}

function fixPatterns(
  fixed: readonly SimulatedPattern[],
  all: readonly SimulatedPattern[],
  fixedOn: number,
  setting: FixSimulationSetting,
): SimulatedFix[] {
  const seriesOf = new Map(all.map((pattern, at) => [pattern, toSeries(pattern, fixedOn, String(at))]));
  const prior = fitEffectPrior([...seriesOf.values()], 0);
  return fixed.flatMap((pattern) => {
    const before = seriesOf.get(pattern);
    if (before === undefined) return [];
    return setting.effects.map((name): SimulatedFix => {
      const since = pattern.drawSince(fixEffects[name]).sort((a, b) => a - b);
      const effect = measureEffect({
        before,
        prior,
        until: (fixedOn + observedDays) * dayInMs,
        nextFixAt: null,
        changesFrom: 0,
        lookEvery: 7,
        since: since.map((day) => day * dayInMs),
      });
      return { name, effect, since: since.map((day) => day - fixedOn), before: pattern.before, days: fixedOn };
    });
  });
}

function toSeries({ before, changes }: SimulatedPattern, fixedOn: number, id: string): TrendSeries {
  const times = changes.map((day) => day * dayInMs);
  return {
    scope: 'pattern',
    id,
    from: 0,
    until: fixedOn * dayInMs,
    recentFrom: null,
    times: before.map((day) => day * dayInMs),
    opportunities: {
      first: 0,
      count: (from, until) => times.reduce((sum, time) => sum + Number(time >= from && time < until), 0),
    },
  };
}
