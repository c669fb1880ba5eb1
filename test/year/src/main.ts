import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import type { RoleIssueComparison } from './compare-issues.ts';
import type { FoundIssue } from './found-issue.ts';
import { simulateYear } from './simulate-year.ts';
import { startPostgresAndRedis } from './simulation/index.ts';

const usage = `Usage: npm run --silent year -- [options]

Simulates a year of a sample organisation that uses Refrain, in one process: patterns emerge, issues are opened, people
decline, fix and comment, fixes hold or fail. Then compares every issue on the emulated GitHub with the expected outcome
(test/year/src/issue-roles.ts). Prints a table and one line of JSON on standard output, its progress on standard error, and exits
with 1 if anything differs.

  --seed N         seed of the times and the texts of the year (default 1)
  --issues FOLDER  folder to which every issue is written with its comments, for people to read
  --help           print this text

DATABASE_URL names a PostgreSQL in which a database is created. Without it one is started.
`;

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seed: text, issues: text, help: { type: 'boolean' } } });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed)) throw new AppError('invalid_input', '--seed must be a whole number');
  const begun = performance.now();
  const secondsSoFar = () => Math.round((performance.now() - begun) / 1_000);
  const backends = await startPostgresAndRedis(process.env);
  try {
    const print = (line: string) => void process.stderr.write(`${String(secondsSoFar()).padStart(5)} s  ${line}\n`);
    const { issues, compared, merged, episodes, webhooks, failures } = await simulateYear({
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

/** Returns ports for the emulators, which differ by seed so that several seeds can run at the same time. */
function portsOf(seed: number): { readonly github: number; readonly pagerduty: number } {
  const first = 47_000 + 2 * (Math.abs(seed) % 1_000);
  return { github: first, pagerduty: first + 1 };
}

function formatTable(compared: readonly RoleIssueComparison[]): string {
  const lines = compared.flatMap(({ role, pattern, wanted, found, differences }) => [
    `${differences.length === 0 ? 'as written' : 'OTHERWISE '}  ${role} (${pattern})`,
    `            written: ${wanted}`,
    `            found:   ${found}`,
    ...differences.map((difference) => `            ! ${difference}`),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Writes every issue into a separate file, with the text that a person would read. */
async function writeIssueFiles(folder: string, issues: readonly FoundIssue[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const issue of issues) {
    await writeFile(join(folder, `${issue.repository}-${issue.number}.md`), describeIssue(issue));
  }
}

function describeIssue({ repository, number, title, state, labels, openedAt, body, comments }: FoundIssue): string {
  return [
    `# ${title}`,
    `${repository}#${number}, ${state}, opened ${openedAt.slice(0, 10)}, labels: ${labels.join(', ')}`,
    body,
    ...comments.map(({ author, at, body: text }) => `---\n\n**${author}, ${at.slice(0, 10)}:**\n\n${text}`),
    '',
  ].join('\n\n');
}

try {
  await run();
} catch (thrown) {
  const { message } = thrown instanceof AppError ? thrown : toAppError(thrown);
  process.stderr.write(`${message}\n`);
  if (!(thrown instanceof AppError)) throw thrown;
  process.exitCode = 2;
}
