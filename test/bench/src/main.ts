import { spawn } from 'node:child_process';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import type { Bench } from './bench.ts';
import { benches } from './benches.ts';
import { type BenchTableRow, listBenchTableRows, writeBenchTable } from './table.ts';

const usage = `Usage: npm run --silent bench -- [<what>] [options]

Measures the built Refrain on its own PostgreSQL and Redis (or those of DATABASE_URL and REDIS_URL), against the emulated
providers. Prints one line of JSON on standard output, and its progress on standard error. Without <what> it runs all
benchmarks, which takes about an hour, and prints a table with the figures and their floors before that line.

${benches.map(describe).join('\n\n')}

  --quick         small sizes, to check that it works; the figures mean nothing
  --profile DIR   for ingest: the folder for the worker's CPU profile
  --help          print this text
`;

function describe({ name, about, sizes }: Bench): string {
  const options = Object.entries(sizes).map(
    ([option, { about: what, usual }]) => `\n${' '.repeat(16)}${`--${option} N`.padEnd(15)}${what} (default ${usual})`,
  );
  return `  ${name.padEnd(12)}${about}${options.join('')}`;
}

const text = { type: 'string' } as const;
type Values = Readonly<Record<string, string | boolean | undefined>>;

async function run(): Promise<void> {
  const names = [...new Set(benches.flatMap(({ sizes }) => Object.keys(sizes)))];
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(names.map((name) => [name, text])),
      profile: text,
      quick: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [what] = positionals;
  if (values.help === true) process.stdout.write(usage);
  else if (what === undefined) await runEach(values.quick === true);
  else process.stdout.write(`${JSON.stringify(await runNamed(what, values))}\n`);
}

async function runEach(isQuick: boolean): Promise<void> {
  const { rows, failed } = await runAllBenches(fileURLToPath(import.meta.url), isQuick);
  process.stdout.write(`${writeBenchTable(rows)}\n${JSON.stringify({ bench: 'all', rows, failed })}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

function runNamed(what: string, values: Values): Promise<object> {
  const bench = benches.find(({ name }) => name === what);
  if (bench === undefined) throw new AppError('invalid_input', `There is no benchmark "${what}". See --help.`);
  const sizes = Object.entries(bench.sizes).map(([name, { usual, quick }]) => [
    name,
    count(values[name], values.quick === true ? quick : usual),
  ]);
  const profile = typeof values.profile === 'string' ? values.profile : null;
  return bench.run(Object.fromEntries(sizes), { profile });
}

function count(value: string | boolean | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('invalid_input', `"${value}" is not a positive whole number. See --help.`);
}

async function runAllBenches(
  script: string,
  isQuick: boolean,
): Promise<{ readonly rows: BenchTableRow[]; readonly failed: string[] }> {
  const rows: BenchTableRow[] = [];
  const failed: string[] = [];
  for (const [at, bench] of benches.entries()) {
    process.stderr.write(`\n${at + 1} of ${benches.length}: ${bench.name}: ${bench.about}\n`);
    const result = await runOne(script, [bench.name, ...(isQuick ? ['--quick'] : [])]);
    if (result === null) failed.push(bench.name);
    else rows.push(...listBenchTableRows(bench, result));
  }
  return { rows, failed };
}

/** Runs one benchmark. Returns null if it failed; the benchmark has then printed the reason on stderr. */
async function runOne(script: string, args: readonly string[]): Promise<object | null> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const written = await readText(child.stdout);
  if ((await ended) !== 0) return null;
  const last = written.trim().split('\n').at(-1) ?? '';
  const result: unknown = JSON.parse(last);
  if (typeof result === 'object' && result !== null) return result;
  throw new AppError('internal', `The benchmark ${args[0]} printed no result. See its error messages above.`);
}

run()
  .catch((thrown: unknown) => {
    process.stderr.write(`${toAppError(thrown).message}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
