import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { type EvalCommandEnvironment, printJson } from '../command-line/context.ts';
import { hasSharedData, sharedFilePath } from '../records/shared-data.ts';
import { compareCause } from './compare-cause.ts';
import { compareCluster } from './compare-cluster.ts';
import { compareSample } from './compare-sample.ts';
import { compareSimilar } from './compare-similar.ts';
import { bundleEvalCommands, type ComparedMethods, createComparedMethods } from './compared-methods.ts';
import { readDataFile } from './data-file.ts';
import { ensureSklearn } from './ensure-sklearn.ts';
import { formatComparison, toComparisonJson } from './format-comparison.ts';
import type { MethodComparison } from './method-comparison.ts';
import { type Task, tasks } from './tasks.ts';

const duplicates = ['dups-gitbugs-hadoop.jsonl', 'dups-openoffice-pairs.jsonl'];

const causes = ['causes-issre22.jsonl', 'causes-danluu.jsonl'];

/** Seeds of the generated organisations on which the methods are compared. No method was tuned on these organisations. */
const seeds = [11, 12, 13];

export interface CompareOptions {
  /** Names of the tasks to compare; if empty, all tasks are compared. */
  readonly task: readonly Task[];
  /** Path of a file to use in place of the shared data. */
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Prints the figures of Refrain beside those of the baselines. SIGINT and SIGTERM stop the comparison. */
export async function printComparisons(options: CompareOptions, context: EvalCommandEnvironment): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    await compareAll(options, context, stop.signal);
  } catch (cause) {
    throw stop.signal.aborted ? new AppError('unavailable', 'Stopped.', { cause }) : cause;
  }
}

async function compareAll(
  { task, data, json }: CompareOptions,
  context: EvalCommandEnvironment,
  signal: AbortSignal,
): Promise<void> {
  const { print, note } = context;
  const chosen = task.length === 0 ? tasks : task;
  const needsSharedData = data === undefined && chosen.some((one) => one !== 'sample');
  if (needsSharedData && !hasSharedData(note)) return;
  const python = await ensureSklearn({ print: note, signal });
  const folder = mkdtempSync(join(tmpdir(), 'refrain-compare-'));
  try {
    await bundleEvalCommands(signal);
    const methods = createComparedMethods({ python, folder, note, signal });
    const all: MethodComparison[] = [];
    for await (const comparison of compareTasks(chosen, data ?? null, methods)) {
      all.push(comparison);
      if (!json) print(`${formatComparison(comparison)}\n\n`);
    }
    if (json) printJson(context, { comparisons: all.map(toComparisonJson) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares the tasks one by one. `data` is the path of a file to use in place of the shared data; permitted only with a single task. */
export async function* compareTasks(
  chosen: readonly Task[],
  data: string | null,
  methods: ComparedMethods,
): AsyncGenerator<MethodComparison> {
  const [task] = chosen;
  if (data !== null && (chosen.length !== 1 || task === 'sample'))
    throw new AppError(
      'invalid_input',
      '--data works with only one task. Add --task similar, --task cluster or --task cause.',
    );
  const filesOf = (names: readonly string[]) => (data === null ? names.map(sharedFilePath) : [data]);
  for (const one of tasks.filter((known) => chosen.includes(known))) {
    if (one === 'cause') yield compareCause(filesOf(causes), methods);
    if (one === 'sample') for (const seed of seeds) yield compareSample(seed, methods);
    if (one !== 'similar' && one !== 'cluster') continue;
    const compare = one === 'similar' ? compareSimilar : compareCluster;
    for (const path of filesOf(duplicates)) yield compare(await readDataFile(path), methods);
  }
}
