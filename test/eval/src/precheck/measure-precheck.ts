import { existsSync } from 'node:fs';
import { createPrecheckIndex, precheckChange } from '@refrain/analysis';
import type { PrecheckHistory } from '@refrain/analysis/evaluation';
import { dayInMs } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { hasSharedData, sharedFilePath } from '../records/shared-data.ts';
import { generateSampleHistory } from './generate-sample-history.ts';
import type { TestedHistory } from './history.ts';
import { readHistory } from './read-history.ts';
import { alertRates, scoreAlerts } from './score-alerts.ts';
import { goalAlertRate, scoreHistoryWarnings } from './score-history-warnings.ts';

const changes = 100_000;

const failures = 5_000;

const vocabulary = 20_000;

const checks = 200;

const sharedFiles = ['commits-artsy-force.jsonl', 'commits-getsentry-snuba.jsonl'];
const organisations = [11, 12];

export interface MeasurePrecheckOptions {
  /** Paths of files with commits; if empty, the files of the shared data are used. */
  readonly data: readonly string[];
  /** Paths of files with reverts: one for each file in `data`, in the same order. */
  readonly truth: readonly string[];
  /** Whether the reverts that Refrain detects count as the truth. */
  readonly detected?: boolean | undefined;
  readonly seed: number;
}

/** Scores the warnings of the pull request check by whether the checked change was reverted later. Returns null if there is no data. */
export async function measurePrecheck(
  { data, truth, detected, seed }: MeasurePrecheckOptions,
  { note }: EvalCommandEnvironment,
) {
  if (data.length === 0 && !hasSharedData(note)) return null;
  const files = data.length > 0 ? data : sharedFiles.map(sharedFilePath);
  const truths = files.map((file, at) => (detected ? null : findTruth(file, truth[at])));
  const random = createRandomStream(`precheck ${seed}`);
  const measure = (history: TestedHistory) => {
    note(history.name);
    return scoreHistoryWarnings(history, random.fork(history.name));
  };
  const histories = await Promise.all(files.map((file, at) => readHistory(file, truths[at] ?? null)));
  const real = histories.map(measure);
  const generated = organisations.flatMap((organisation) =>
    [true, false].map((hasPaths) => measure(generateSampleHistory(organisation, hasPaths)).summary),
  );
  note('speed');
  const pooled = (part: 'own' | 'late') =>
    alertRates.map((rate) =>
      scoreAlerts(
        // Shift the times of each history, so that no block of the bootstrap contains changes of two histories.
        real.flatMap(({ tried }, at) => tried[part].map((one) => ({ ...one, at: one.at + at * 1e15 }))),
        rate,
        random.fork(`pooled ${part} ${rate}`),
      ),
    );
  return roundAllNumbers({
    task: 'precheck',
    truth: truths.map((file) => (file === null ? 'detected' : 'listed')),
    goalRate: goalAlertRate,
    lift: Object.fromEntries(
      real.map(({ summary }) => [
        summary.name,
        { all: atGoal(summary.all.curve)?.lift, late: atGoal(summary.late.curve)?.lift },
      ]),
    ),
    pooled: { all: pooled('own'), late: pooled('late') },
    files: real.map(({ summary }) => summary),
    organisations: generated.map(({ name, all, baselines: { nearestReverted } }) => ({
      name,
      changes: all.changes,
      failed: all.failed,
      ...atGoal(all.curve),
      nearestReverted: nearestReverted?.all.lift,
    })),
    speed: measurePrecheckSpeed(),
  });
}

function atGoal<T extends { readonly alertRate: number }>(curve: readonly T[]): T | undefined {
  return curve.find(({ alertRate }) => alertRate === goalAlertRate);
}

function findTruth(file: string, given: string | undefined): string | null {
  if (given !== undefined) return given;
  const sibling = file.replace(/commits-(?=[^/]*$)/u, 'reverts-');
  return sibling !== file && existsSync(sibling) ? sibling : null;
}

/**
 * Measures the pull request check with a generated history of 100,000 changes and 5,000 failures: the seconds to build the index, and the
 * milliseconds for one check.
 */
function measurePrecheckSpeed() {
  const random = createRandomStream('precheck speed');
  // Draws words by Zipf's law: the n-th word occurs about 1/n as often as the first.
  const word = () => `word${Math.floor(vocabulary ** (random.int(0, 999_999) / 1_000_000))}`;
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const draw = (at: number) => ({
    id: `${at}`,
    occurredAt: new Date(Date.UTC(2020, 0, 1) + (at / 50) * dayInMs).toISOString(),
    repository: `acme/shop-${random.int(1, 30)}`,
    title: `fix(${word()}): ${words(7)}`,
    text: words(60),
    paths: Array.from({ length: 4 }, () => `src/${word()}/${word()}.ts`),
  });
  const all = Array.from({ length: changes }, (_, at) => draw(at));
  const past: PrecheckHistory = {
    asOf: all.at(-1)?.occurredAt ?? '',
    changes: all,
    failures: Array.from({ length: failures }, (_, at) => {
      const change = all[(at * changes) / failures];
      return {
        id: `failure ${at}`,
        changeId: change?.id ?? '',
        knownAt: change?.occurredAt ?? '',
        patternId: `pattern ${at % 200}`,
        episodeId: null,
      };
    }),
  };
  const began = performance.now();
  const index = createPrecheckIndex(past);
  const built = performance.now();
  const taken = Array.from({ length: checks }, (_, at) => {
    const start = performance.now();
    precheckChange(index, draw(changes + at), { alertRate: 1 });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    changes,
    failures,
    indexSeconds: (built - began) / 1_000,
    msPerCheck: { median: taken[checks / 2], p95: taken[Math.floor(0.95 * checks)], most: taken.at(-1) },
    heapInMb: process.memoryUsage().heapUsed / 2 ** 20,
  };
}
