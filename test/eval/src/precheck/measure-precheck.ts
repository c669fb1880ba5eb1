import { existsSync } from 'node:fs';
import { createRandomStream } from '@refrain/sample-org';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { hasSharedData, sharedFilePath } from '../records/shared-data.ts';
import { generateSampleHistory } from './generate-sample-history.ts';
import type { TestedHistory } from './history.ts';
import { measurePrecheckSpeed } from './measure-precheck-speed.ts';
import { readHistory } from './read-history.ts';
import { alertRates, scoreAlerts } from './score-alerts.ts';
import { goalAlertRate, scoreHistoryWarnings } from './score-history-warnings.ts';

const sharedFiles = ['commits-artsy-force.jsonl', 'commits-getsentry-snuba.jsonl'];
const organisations = [11, 12];

export interface PrecheckOptions {
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
  { data, truth, detected, seed }: PrecheckOptions,
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
        // The offset separates the time blocks of different histories.
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
