import { writeFileSync } from 'node:fs';
import { type FullCauseScore, scoreCausesFully } from './compare/score-causes-fully.ts';
import { type KnownCause, predictAfter, predictByFolds, splitInTime } from './learn-causes.ts';
import { readLines } from './read-lines.ts';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-learning.js --input FILE [--output FILE]

How causes are told after corrections, of records {id, title, text, cause, fold, start}. '--output' gets each record's cause
after corrections of all other folds. Prints one line of JSON: the figures by the number of corrections, as means of five
draws, and those of the last 30 % in time before and after corrections of the others.
`;

const { values } = readOptions(usage, { input: { type: 'string', default: '' }, output: { type: 'string' } });
const counts = [0, 25, 50, 100, 200];
const draws = [0, 1, 2, 3, 4];

const records = readLines<KnownCause>(values.input);
const truth = new Map(records.map(({ id, cause }) => [id, cause]));
const startedAt = performance.now();
const predicted = predictByFolds(records);
const seconds = (performance.now() - startedAt) / 1_000;
if (values.output !== undefined)
  writeFileSync(values.output, predicted.map((one) => `${JSON.stringify(one)}\n`).join(''));
const { earlier, later } = splitInTime(records, 0.7);
process.stdout.write(
  `${JSON.stringify({
    records: records.length,
    seconds,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    curve: counts.map((corrections) => ({
      corrections,
      ...mean(
        (corrections === 0 ? [0] : draws).map((seed) =>
          scoreCausesFully(predictByFolds(records, corrections, seed), truth),
        ),
      ),
    })),
    inTime: {
      ...{ corrections: earlier.length, records: later.length },
      before: scoreCausesFully(predictAfter([], later), truth),
      after: scoreCausesFully(predictAfter(earlier, later), truth),
    },
  })}\n`,
);

function mean(scores: readonly FullCauseScore[]): Record<string, number> {
  const keys = Object.keys(scores[0] ?? {}) as (keyof FullCauseScore)[];
  return Object.fromEntries(
    keys.map((key) => [key, scores.reduce((sum, score) => sum + score[key], 0) / Math.max(1, scores.length)]),
  );
}
