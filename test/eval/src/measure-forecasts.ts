import { compareForecasts, type ForecastScore } from '@refrain/analysis';
import { createRandom, histories } from '@refrain/analysis/made-histories';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-forecasts.js [--seeds N]

What forecasts are worth on made-up histories whose truth is known, one line of JSON for each kind: means over so many seeds
(5). Nothing is to be found in 'constant' and 'equal'.
`;

const { values } = readOptions(usage, { seeds: { type: 'string', default: '5' } });
const seeds = Array.from({ length: Number(values.seeds) }, (_, nth) => 100 + nth);
if (!(seeds.length > 0)) throw new RangeError('Give --seeds a whole number above 0');

for (const [kind, make] of Object.entries(histories)) {
  const compared = seeds.map((seed) => {
    const { series, period } = make(createRandom(seed));
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
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function mean(numbers: readonly (number | null | undefined)[]): number | null {
  const known = numbers.filter((number) => typeof number === 'number');
  if (known.length === 0) return null;
  return Math.round((known.reduce((sum, number) => sum + number, 0) / known.length) * 1_000) / 1_000;
}
