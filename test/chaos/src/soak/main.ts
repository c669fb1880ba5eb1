import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { listDifferences } from './compare.ts';
import { runSoak } from './run-soak.ts';

const usage = `Usage: npm run --silent soak -- [options]

Runs Refrain's API and ingest worker as they are built against the emulated GitHub and PagerDuty, while events happen there
and everything goes wrong that can; then holds what is stored against what exists. Ends with one line of JSON on standard
output, tells its progress on standard error, and exits with 1 where anything is lost, twice or not in its newest state.

  --events N   how many events happen (default 20000)
  --seed N     chooses events, faults and troubles: the same seed gives the same ones (default 1)
  --rate N     events a second (default 25)
  --help       this text

DATABASE_URL names a PostgreSQL to make a database in; without it one is started.
`;

const text = { type: 'string' } as const;
const minuteMs = 60_000;

async function run(): Promise<void> {
  const options = { events: text, seed: text, rate: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const [events, seed] = [count(values.events, 20_000), count(values.seed, 1)];
  const startedAt = Date.now();
  const stop = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stop.abort());
  const secondsSoFar = () => Math.round((Date.now() - startedAt) / 1_000);
  const result = await runSoak({
    events,
    seed,
    perSecond: count(values.rate, 25),
    history: 150,
    adminUrl: process.env.DATABASE_URL ?? null,
    env: process.env,
    settings: { REFRAIN_SYNC_SECONDS: '15', REFRAIN_FULL_SYNC_SECONDS: '120', REFRAIN_WATCH_SECONDS: '30' },
    signal: stop.signal,
    patienceMs: 40 * minuteMs,
    say: (line) => process.stderr.write(`${String(secondsSoFar()).padStart(5)} s  ${line}\n`),
  });
  const { lost, twice, invented, stale, ...rest } = result;
  for (const [what, items] of Object.entries({ lost, twice, invented, stale })) {
    for (const item of items.slice(0, 50)) process.stderr.write(`${what}: ${item}\n`);
  }
  const counts = { lost: lost.length, twice: twice.length, invented: invented.length, stale: stale.length };
  process.stdout.write(
    `${JSON.stringify({ soak: 'full', seed, events, ...rest, ...counts, seconds: secondsSoFar() })}\n`,
  );
  if (listDifferences(result).length > 0) process.exitCode = 1;
}

function count(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('invalid_input', `"${given}" is no positive whole number (see --help)`);
}

run()
  .catch((thrown: unknown) => {
    const error = toAppError(thrown);
    process.stderr.write(`${error.message}\n`);
    if (error.code === 'internal' && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
