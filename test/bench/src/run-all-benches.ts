import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { AppError } from '@refrain/domain';
import { benches } from './benches.ts';
import { listTableRows, type Row } from './table.ts';

export async function runAllBenches(
  script: string,
  isQuick: boolean,
): Promise<{ readonly rows: Row[]; readonly failed: string[] }> {
  const rows: Row[] = [];
  const failed: string[] = [];
  for (const [at, bench] of benches.entries()) {
    process.stderr.write(`\n${at + 1} of ${benches.length}: ${bench.name}: ${bench.about}\n`);
    const result = await runOne(script, [bench.name, ...(isQuick ? ['--quick'] : [])]);
    if (result === null) failed.push(bench.name);
    else rows.push(...listTableRows(bench, result));
  }
  return { rows, failed };
}

/** Runs one benchmark. Returns null if it failed; the benchmark has then printed the reason on stderr. */
async function runOne(script: string, args: readonly string[]): Promise<object | null> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const written = await text(child.stdout);
  if ((await ended) !== 0) return null;
  const last = written.trim().split('\n').at(-1) ?? '';
  const result: unknown = JSON.parse(last);
  if (typeof result === 'object' && result !== null) return result;
  throw new AppError('internal', `The benchmark ${args[0]} printed no result. See its error messages above.`);
}
