import { createRandomStream } from '@refrain/sample-org';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { createRandomDistributions } from '../trends/random-distributions.ts';
import { type FixEffectName, type FixSimulationSetting, fixSimulationSettings } from './scenarios.ts';
import { type SimulatedFix, simulateFixes, simulateHalvedRates } from './simulate-fixes.ts';
import { observedDays } from './simulate-pattern.ts';
import { tallyFixVerdicts, tallyIntervalCoverage } from './tally-fix-verdicts.ts';

const level = 0.05;

const quarter = 91;

/** Applies the plain exact conditional test to the counts before and after a fix. Returns whether the test finds the fix effective. */
type NaiveTest = (fix: SimulatedFix) => boolean;

const naiveTests: Readonly<Record<string, NaiveTest>> = {
  'all before, at the end': (fix) => isLower(fix, fix.days, observedDays),
  'all before, at each look': (fix) => looks.some((day) => isLower(fix, fix.days, day)),
  'a quarter before, at the end': (fix) => isLower(fix, quarter, observedDays),
  'a quarter before, at each look': (fix) => looks.some((day) => isLower(fix, quarter, day)),
};

const looks = Array.from({ length: 52 }, (_, week) => 7 * (week + 1));

const perMonth = [0.25, 0.5, 1, 2, 4, 8];
/**
 * Effects that last until the end of the simulation. "Prevents all" is missing, because its interval begins at 0 and always covers the
 * truth.
 */
const lasting: readonly FixEffectName[] = ['none', 'halves', 'prevents nine of ten'];

export interface MeasureEffectsOptions {
  readonly seed: number;
  readonly patterns: number;
}

export function measureEffects({ seed, patterns }: MeasureEffectsOptions, { note }: EvalCommandEnvironment) {
  const random = createRandomStream(`effect ${seed}`);
  const simulate = (setting: FixSimulationSetting) => {
    note(setting.name);
    return { setting, fixes: simulateFixes(patterns, setting, createRandomDistributions(random.fork(setting.name))) };
  };
  const alone = simulate(fixSimulationSettings.alone);
  const bursts = fixSimulationSettings.bursts.map(simulate);
  const peaks = fixSimulationSettings.peaks.map(simulate);
  const fewerChanges = simulate(fixSimulationSettings.fewerChanges);
  note('halved, by rate');
  const halved = perMonth.map((rate) => {
    const setting: FixSimulationSetting = { ...fixSimulationSettings.alone, effects: ['halves'] };
    const fixes = simulateHalvedRates(
      Math.ceil(patterns / 3),
      rate,
      setting,
      createRandomDistributions(random.fork(`halved ${rate}`)),
    );
    return { perMonth: rate, ...tallyFixVerdicts(fixes) };
  });

  const all = [alone, ...bursts, ...peaks, fewerChanges];
  const inBursts = bursts.flatMap(({ fixes }) => fixes);
  const lastingFixes = [...alone.fixes, ...inBursts].filter(({ name }) => lasting.includes(name));
  return roundAllNumbers(
    {
      task: 'effect',
      patterns,
      intervals: {
        ...tallyIntervalCoverage(lastingFixes),
        byChanges: tallyIntervalCoverage(lastingFixes, 'per100Changes'),
        byEffect: mapEffects([...lasting, 'prevents all'], (name) => tallyIntervalCoverage(of(name, alone.fixes))),
        byEffectInBursts: mapEffects(lasting, (name) => tallyIntervalCoverage(of(name, inBursts))),
      },
      heldWithoutEffect: {
        alone: tallyFixVerdicts(of('none', alone.fixes)).held,
        inBursts: tallyFixVerdicts(of('none', inBursts)).held,
        bySetting: Object.fromEntries(
          all.map(({ setting, fixes }) => [setting.name, tallyFixVerdicts(of('none', fixes)).held]),
        ),
      },
      heldWithoutEffectNaively: Object.fromEntries(
        Object.entries(naiveTests).map(([name, test]) => [
          name,
          Object.fromEntries(
            all.map(({ setting, fixes }) => {
              const ineffective = of('none', fixes);
              return [setting.name, ineffective.filter(test).length / ineffective.length];
            }),
          ),
        ]),
      ),
      said: Object.fromEntries(
        all.map(({ setting, fixes }) => [
          setting.name,
          mapEffects(setting.effects, (name) => tallyFixVerdicts(of(name, fixes))),
        ]),
      ),
      halved,
    },
    3,
  );
}

function of(name: FixEffectName, fixes: readonly SimulatedFix[]): SimulatedFix[] {
  return fixes.filter((fix) => fix.name === name);
}

function mapEffects<T>(names: readonly FixEffectName[], f: (name: FixEffectName) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, f(name)]));
}

/** Tests whether the rate fell. Given the sum of both counts, the later count is binomial (Przyborowski and Wilenski, 1940). */
function isLower({ before, days, since }: SimulatedFix, daysBefore: number, daysSince: number): boolean {
  const first = before.filter((day) => day >= days - daysBefore).length;
  const then = since.filter((day) => day < daysSince).length;
  if (first === 0) return false;
  return 1 - betaCdf(daysSince / (daysBefore + daysSince), then + 1, first) <= level;
}
