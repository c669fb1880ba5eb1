import { dayInMs, type EffectVerdict } from '@refrain/domain';
import { fixEffects } from './scenarios.ts';
import type { SimulatedFix } from './simulate-fixes.ts';

export interface FixVerdictTally {
  readonly fixes: number;
  readonly held: number;
  readonly cameBack: number;
  readonly notDistinguishable: number;
  readonly weeksToHeld: number | null;
  readonly weeksToCameBack: number | null;
}

export function tallyFixVerdicts(fixes: readonly SimulatedFix[]): FixVerdictTally {
  const share = (wanted: EffectVerdict): number =>
    fixes.filter(({ effect }) => effect.verdict === wanted).length / Math.max(1, fixes.length);
  return {
    fixes: fixes.length,
    held: share('held'),
    cameBack: share('came_back'),
    notDistinguishable: share('not_distinguishable'),
    weeksToHeld: medianWeeks(fixes, 'held'),
    weeksToCameBack: medianWeeks(fixes, 'came_back'),
  };
}

/** Returns how often the 95 % interval of the ratio, computed at the end of the year, covers the true effect. The effects must be permanent. */
export function tallyIntervalCoverage(fixes: readonly SimulatedFix[], by: 'perWeek' | 'per100Changes' = 'perWeek') {
  const intervals = fixes.flatMap(({ name, effect }) => {
    const ratio = effect[by]?.ratio;
    return ratio ? [{ ...ratio, truth: fixEffects[name].factor }] : [];
  });
  const all = Math.max(1, intervals.length);
  return {
    coverage: intervals.filter(({ low, high, truth }) => low <= truth && truth <= high).length / all,
    above: intervals.filter(({ low, truth }) => truth < low).length / all,
    below: intervals.filter(({ high, truth }) => truth > high).length / all,
  };
}

function medianWeeks(fixes: readonly SimulatedFix[], verdict: EffectVerdict): number | null {
  const weeks = fixes
    .filter(({ effect }) => effect.verdict === verdict)
    .map(({ effect }) => (Date.parse(effect.decidedAt ?? effect.until) - Date.parse(effect.fixedAt)) / (7 * dayInMs))
    .sort((a, b) => a - b);
  return weeks[Math.floor(weeks.length / 2)] ?? null;
}
