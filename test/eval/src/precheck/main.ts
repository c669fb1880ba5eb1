import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { createRandom } from '@refrain/sample-org';
import type { TestedHistory } from './history.ts';
import { goalRate, measureHistory } from './measure-history.ts';
import { measureSpeed } from './measure-speed.ts';
import { readHistory } from './read-history.ts';
import { readSample } from './read-sample.ts';
import { alertRates, scoreAlerts } from './score-alerts.ts';

const usage = `Usage: npm run --silent eval -- precheck [options]

Goes through real histories of commits and asks of each change, by what was known before it landed: does it resemble what was
reverted earlier? Then it is seen which of them were reverted: precision, recall, and lift over the base rate at alert rates
of .5 to 20 %, each from thresholds of the past only, with 90 % intervals from blocks of four weeks; beside simple rules.
Generated organisations, whose changes have paths, show what paths add. Progress goes to standard error, one line of JSON to
standard output. Takes a minute or two.

  --data COMMITS    JSON Lines {repo, sha, date, parents, subject, body, pr} instead of the files in ../shared/data; again for more
  --truth REVERTS   JSON Lines {revert_sha, reverted_sha}: what was reverted, for each --data in its order. Without it a file
                    reverts-NAME beside commits-NAME is taken, else the reverts that the product detects are the truth
  --detected        the truth is what the product detects, also where there is a list
  --seed N          the draws of the intervals (1)
  --help            this text
`;

const sharedData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const sharedFiles = ['commits-artsy-force.jsonl', 'commits-getsentry-snuba.jsonl'];
const organisations = [11, 12];

function run(): void {
  const { values } = parseArguments();
  if (values.help) return void process.stdout.write(usage);
  const given = (values.data ?? []).map(toPath);
  if (given.length === 0 && !existsSync(sharedData)) {
    const message =
      '../shared/data, which is not part of the project, is absent: there is nothing to measure on (see --data).';
    if (process.env.CI) throw new AppError('unavailable', message);
    return void process.stderr.write(`${message}\n`);
  }
  const files = given.length > 0 ? given : sharedFiles.map((name) => join(sharedData, name));
  const truths = files.map((file, at) => (values.detected ? null : findTruth(file, values.truth?.[at])));
  const random = createRandom(`precheck ${values.seed}`);
  const measure = (history: TestedHistory) => {
    process.stderr.write(`${history.name}\n`);
    return measureHistory(history, random.fork(history.name));
  };
  const real = files.map((file, at) => measure(readHistory(file, truths[at] ?? null)));
  const generated = organisations.flatMap((seed) =>
    [true, false].map((hasPaths) => measure(readSample(seed, hasPaths)).summary),
  );
  process.stderr.write('speed\n');
  const pooled = (part: 'own' | 'late') =>
    alertRates.map((rate) =>
      scoreAlerts(
        // Blocks of different histories are different blocks.
        real.flatMap(({ tried }, at) => tried[part].map((one) => ({ ...one, at: one.at + at * 1e15 }))),
        rate,
        random.fork(`pooled ${part} ${rate}`),
      ),
    );
  const result = {
    ...{ task: 'precheck', truth: truths.map((truth) => (truth === null ? 'detected' : 'listed')), goalRate },
    lift: Object.fromEntries(
      real.map(({ summary }) => [
        summary.name,
        { all: atGoal(summary.all.curve)?.lift, late: atGoal(summary.late.curve)?.lift },
      ]),
    ),
    pooled: { all: pooled('own'), late: pooled('late') },
    files: real.map(({ summary }) => summary),
    organisations: generated.map(({ name, all, baselines: { nearestReverted } }) => ({
      ...{ name, changes: all.changes, failed: all.failed, ...atGoal(all.curve) },
      nearestReverted: nearestReverted?.all.lift,
    })),
    speed: measureSpeed(),
  };
  process.stdout.write(`${JSON.stringify(result, (_, one) => (typeof one === 'number' ? round(one) : one))}\n`);
}

function atGoal<T extends { readonly alertRate: number }>(curve: readonly T[]): T | undefined {
  return curve.find(({ alertRate }) => alertRate === goalRate);
}

function findTruth(file: string, given: string | undefined): string | null {
  if (given !== undefined) return toPath(given);
  const beside = file.replace(/commits-(?=[^/]*$)/u, 'reverts-');
  return beside !== file && existsSync(beside) ? beside : null;
}

function toPath(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function parseArguments() {
  const many = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: {
        ...{ data: many, truth: many, detected: flag, seed: { type: 'string', default: '1' } },
        help: { ...flag, short: 'h' },
      },
    });
  } catch (cause) {
    throw new AppError('invalid_input', `${toAppError(cause).message.split('.')[0]} (see --help)`, { cause });
  }
}

try {
  run();
} catch (thrown) {
  process.stderr.write(`${toAppError(thrown).message}\n`);
  process.exitCode = 1;
}
