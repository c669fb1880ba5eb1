import { parseArgs } from 'node:util';
import { minuteInMs } from '@refrain/domain';
import { listRecordDifferences } from '../comparison/compare-records.ts';
import { createStopSignal, parseCountOption, runCommand } from '../run-command.ts';
import { runSoak } from './run-soak.ts';

const usage = `Usage: npm run --silent soak -- [options]

Runs the built API and ingest worker of Refrain against the emulated GitHub and PagerDuty, while events happen there and
the providers misbehave in every way; then compares what is stored with what exists. Ends with one line of JSON on standard
output, prints its progress on standard error, and exits with 1 if anything is lost, duplicated or outdated.

  --events N   number of events (default 20000)
  --seed N     seed of the events, faults and disturbances (default 1)
  --rate N     events per second (default 25)
  --help       print this text

DATABASE_URL names a PostgreSQL in which a database is created. Without it one is started.
`;

const text = { type: 'string' } as const;

runCommand(async (print, secondsSoFar) => {
  const options = { events: text, seed: text, rate: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const [events, seed] = [parseCountOption(values.events, 20_000), parseCountOption(values.seed, 1)];
  const result = await runSoak({
    events,
    seed,
    history: 150,
    env: process.env,
    print,
    perSecond: parseCountOption(values.rate, 25),
    adminUrl: process.env.DATABASE_URL ?? null,
    settings: {
      REFRAIN_SYNC_SECONDS: '15',
      REFRAIN_FULL_SYNC_SECONDS: '120',
      REFRAIN_CONNECTION_CHECK_SECONDS: '30',
      REFRAIN_COMPLETENESS_CHECK_SECONDS: '240',
    },
    signal: createStopSignal(),
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
  if (listRecordDifferences(result).length > 0) process.exitCode = 1;
});
