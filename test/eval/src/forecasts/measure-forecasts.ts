import { createRandomGenerator } from '@refrain/analysis/testing';
import { type EvalCommandEnvironment, printJson } from '../command-line/context.ts';
import { round } from '../figures/round.ts';
import { compareForecasts, type ForecastScore } from './compare-forecasts.ts';
import { simulatedHistories } from './simulated-histories.ts';

const firstSeed = 100;

export function measureForecasts(count: number, context: EvalCommandEnvironment): void {
  const seeds = Array.from({ length: count }, (_, nth) => firstSeed + nth);
  for (const [kind, make] of Object.entries(simulatedHistories)) {
    const compared = seeds.map((seed) => {
      const { series, period } = make(createRandomGenerator(seed));
      return compareForecasts(series, period, () => undefined);
    });
    const skills = [7, 30, 90].map((days) => [
      days,
      mean(compared.map(({ byHorizon }) => byHorizon.get(days)?.brierSkill)),
    ]);
    const figures = (['skillOverHoltWinters', 'skillOverPoisson', 'coverage90', 'ece'] as const).map((key) => [
      key,
      mean(compared.map(({ pooled }: { readonly pooled: ForecastScore }) => pooled[key])),
    ]);
    const line = { kind, brierSkill: Object.fromEntries(skills), ...Object.fromEntries(figures) };
    printJson(context, line);
  }
}

function mean(numbers: readonly (number | null | undefined)[]): number | null {
  const known = numbers.filter((number) => typeof number === 'number');
  if (known.length === 0) return null;
  return round(known.reduce((sum, number) => sum + number, 0) / known.length, 3);
}
