import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { type EvalCommandEnvironment, printJson } from '../command-line/context.ts';
import { hasSharedData } from '../records/shared-data.ts';
import { bundleProduct, createComparedMethods } from './compared-methods.ts';
import { ensureSklearn } from './ensure-sklearn.ts';
import { formatComparison, toComparisonJson } from './format-comparison.ts';
import type { MethodComparison } from './method-comparison.ts';
import { runCompare } from './run-compare.ts';
import { type Task, tasks } from './tasks.ts';

export interface CompareOptions {
  /** Names of the tasks to compare; if empty, all tasks are compared. */
  readonly task: readonly Task[];
  /** Path of a file to use in place of the shared data. */
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Prints the figures of Refrain beside those of the baselines. SIGINT and SIGTERM stop the comparison. */
export async function compare(options: CompareOptions, context: EvalCommandEnvironment): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    await printComparisons(options, context, stop.signal);
  } catch (cause) {
    throw stop.signal.aborted ? new AppError('unavailable', 'Stopped.', { cause }) : cause;
  }
}

async function printComparisons(
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
    await bundleProduct(signal);
    const methods = createComparedMethods({ python, folder, note, signal });
    const all: MethodComparison[] = [];
    for await (const comparison of runCompare(chosen, data ?? null, methods)) {
      all.push(comparison);
      if (!json) print(`${formatComparison(comparison)}\n\n`);
    }
    if (json) printJson(context, { comparisons: all.map(toComparisonJson) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
