import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { formatTable } from './format-table.ts';
import { playYear } from './play-year.ts';
import { startBackends } from './simulation/index.ts';
import { writeIssueFiles } from './write-issue-files.ts';

const usage = `Usage: npm run --silent year -- [options]

Plays a year of the sample organisation and of Refrain in it, in simulated time and in one process: patterns emerge, issues
are opened, people decline, fix and talk back, fixes hold or fail. Then holds every issue on the emulated GitHub against the
written truth (test/year/src/cast.ts). Prints a table and one line of JSON on standard output, its progress on standard
error, and exits with 1 where anything is otherwise than written.

  --seed N         another course of the same year: when what happens, and in which words (default 1)
  --issues FOLDER  where every issue is written to, with its comments, for a person to read
  --help           this text

DATABASE_URL names a PostgreSQL to make a database in; without it one is started.
`;

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seed: text, issues: text, help: { type: 'boolean' } } });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed)) throw new AppError('invalid_input', 'Give --seed a whole number');
  const begun = performance.now();
  const secondsSoFar = () => Math.round((performance.now() - begun) / 1_000);
  const backends = await startBackends(process.env);
  try {
    const print = (line: string) => void process.stderr.write(`${String(secondsSoFar()).padStart(5)} s  ${line}\n`);
    const { issues, compared, merged, episodes, webhooks, failures } = await playYear({
      databaseUrl: backends.databaseUrl,
      seed,
      print,
      ports: portsOf(seed),
    });
    if (values.issues !== undefined) await writeIssueFiles(values.issues, issues);
    const otherwise = compared.filter(({ differences }) => differences.length > 0).length;
    const counts = { issues: issues.length, asWritten: compared.length - otherwise, otherwise, merged };
    process.stdout.write(formatTable(compared));
    process.stdout.write(
      `${JSON.stringify({ play: 'year', seed, ...counts, episodes, webhooks, failures, seconds: secondsSoFar() })}\n`,
    );
    if (otherwise > 0) process.exitCode = 1;
  } finally {
    await backends.stop();
  }
}

/** Returns the emulators' ports, which differ by seed so that several seeds can run at once. */
function portsOf(seed: number): { readonly github: number; readonly pagerduty: number } {
  const first = 47_000 + 2 * (Math.abs(seed) % 1_000);
  return { github: first, pagerduty: first + 1 };
}

try {
  await run();
} catch (thrown) {
  const { message } = thrown instanceof AppError ? thrown : toAppError(thrown);
  process.stderr.write(`${message}\n`);
  if (!(thrown instanceof AppError)) throw thrown;
  process.exitCode = 2;
}
