import { assessBeginning, describeBeginning, trainLogistic } from '@refrain/analysis';
import { observeArrivals } from './observe-arrivals.ts';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-beginnings.js [--seed N]… [--failures N]…

What is to be learnt of how surely an incident is known as it begins, from the later incidents of sample organisations, by
their titles and by the titles with the alerts: the weights of 'assessBeginning', and how far its own chances and the learnt
ones are off there (Brier). One line of JSON.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', multiple: true, default: Array.from({ length: 11 }, (_, at) => String(301 + at)) },
  failures: { type: 'string', multiple: true, default: ['300', '600', '1200', '2000'] },
});
const penalty = 0.1;

const arrivals = values.failures.flatMap((failures) =>
  values.seed.flatMap((seed) => {
    process.stderr.write(`Organisation ${seed} with ${failures} failures …\n`);
    return (['title', 'opening'] as const).flatMap((known) => observeArrivals(Number(seed), Number(failures), known));
  }),
);
const begun = arrivals.flatMap(({ vote, words, recurring, isRight }) =>
  vote === null ? [] : [{ beginning: { ...vote, words, recurring }, isRight }],
);
const rows = begun.map(({ beginning }) => describeBeginning(beginning));
const width = rows[0]?.length ?? 0;
const both = trainLogistic(
  rows.map((row, at) => ({
    features: { at: row.map((_, feature) => feature), values: row },
    prior: [0, 0],
    label: begun[at]?.isRight ? 1 : 0,
    weight: 1,
  })),
  2,
  Array.from({ length: width }, () => penalty),
);
const weights = Array.from({ length: width }, (_, at) => (both[2 * at + 1] ?? 0) - (both[2 * at] ?? 0));
const learnt = (row: readonly number[]) =>
  1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
const brier = (chances: readonly number[]) =>
  chances.reduce((sum, chance, at) => sum + (chance - (begun[at]?.isRight ? 1 : 0)) ** 2, 0) / chances.length;
process.stdout.write(
  `${JSON.stringify({
    incidents: begun.length,
    weights: weights.map((weight) => Math.round(100 * weight) / 100),
    brier: {
      learnt: brier(rows.map(learnt)),
      asShipped: brier(begun.map(({ beginning }) => assessBeginning(beginning))),
    },
  })}\n`,
);
