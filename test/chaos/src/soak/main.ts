import { parseArgs } from 'node:util';
import { minuteInMs } from '@refrain/domain';
import { listDifferences } from '../comparison/compare.ts';
import { readCount, runCommand, stopSignal } from '../run-command.ts';
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

runCommand(async (print, secondsSoFar) => {
  const options = { events: text, seed: text, rate: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const [events, seed] = [readCount(values.events, 20_000), readCount(values.seed, 1)];
  const result = await runSoak({
    events,
    seed,
    history: 150,
    env: process.env,
    print,
    perSecond: readCount(values.rate, 25),
    adminUrl: process.env.DATABASE_URL ?? null,
    settings: {
      REFRAIN_SYNC_SECONDS: '15',
      REFRAIN_FULL_SYNC_SECONDS: '120',
      REFRAIN_CONNECTION_CHECK_SECONDS: '30',
      REFRAIN_COMPLETENESS_CHECK_SECONDS: '240',
    },
    signal: stopSignal(),
    timeoutMs: 40 * minuteInMs,
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
});
