import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import type { Comparison } from './comparison.ts';
import { ensureSklearn } from './ensure-sklearn.ts';
import { formatComparison, toJson } from './format-comparison.ts';
import { hasSharedData, runCompare, type Task, tasks } from './run-compare.ts';
import { createSides } from './sides.ts';

const usage = `Usage: npm run --silent eval -- compare [options]

Runs the product as it is built, and textbook baselines in Python (scikit-learn), on the same files, scores both alike, and
prints them side by side: a table for each file, with the goals. Progress goes to standard error. Takes some minutes.

  --task NAME   similar, cluster, cause or sample (a generated organisation); again for more; all unless told
  --data FILE   JSON Lines to compare on instead of the files in ../shared/data, for one task:
                similar, cluster  {id, title, text, created, group}
                cause             {id, title, text, categories}
  --json        one line of JSON
  --help        this text
`;

async function run(signal: AbortSignal): Promise<void> {
  const { values } = parseArguments();
  if (values.help) return void process.stdout.write(usage);
  const chosen = (values.task ?? tasks).map(parseTask);
  const data = values.data === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), values.data);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (data === null && chosen.some((task) => task !== 'sample') && !hasSharedData()) {
    const message =
      '../shared/data, which is not part of the project, is absent: there is nothing to compare on (see --data).';
    if (process.env.CI) throw new AppError('unavailable', message);
    return say(message);
  }
  const python = await ensureSklearn({ say, signal });
  const folder = mkdtempSync(join(tmpdir(), 'refrain-compare-'));
  try {
    const all: Comparison[] = [];
    for await (const comparison of runCompare(chosen, data, createSides({ python, folder, say, signal }))) {
      all.push(comparison);
      if (!values.json) process.stdout.write(`${formatComparison(comparison)}\n\n`);
    }
    if (values.json) process.stdout.write(`${JSON.stringify({ comparisons: all.map(toJson) })}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: { task: { ...text, multiple: true }, data: text, json: flag, help: { ...flag, short: 'h' } },
    });
  } catch (cause) {
    throw new AppError('invalid_input', `${toAppError(cause).message.split('.')[0]} (see --help)`, { cause });
  }
}

function parseTask(name: string): Task {
  const task = tasks.find((known) => known === name);
  if (task === undefined) throw new AppError('invalid_input', `There is no task "${name}" (see --help)`);
  return task;
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
try {
  await run(stop.signal);
} catch (thrown) {
  process.stderr.write(`${stop.signal.aborted ? 'Stopped.' : toAppError(thrown).message}\n`);
  process.exitCode = 1;
}
