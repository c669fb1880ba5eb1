import { parseArgs } from 'node:util';
import { parseCountOption, runCommand } from '../run-command.ts';
import { runSteadyTest } from './run-steady-test.ts';

const usage = `Usage: npm run --silent steady -- [options]

Sends a steady stream of events from the emulated GitHub and PagerDuty through all built processes of Refrain, and samples
the memory of each process. All events change the same 1,200 records, so that memory has no reason to grow. Ends with one
line of JSON on standard output, and exits with 1 if the memory of a process grows after its warm-up.

  --rate N     events per second (default 200)
  --minutes N  duration in minutes (default 60)
  --seed N     seed of the events (default 1)
  --help       print this text
`;

const text = { type: 'string' } as const;

runCommand(async (print) => {
  const options = { rate: text, minutes: text, seed: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const minutes = parseCountOption(values.minutes, 60);
  const seed = parseCountOption(values.seed, 1);
  const result = await runSteadyTest({
    seed,
    minutes,
    env: process.env,
    print,
    perSecond: parseCountOption(values.rate, 200),
  });
  const grows = Object.entries(result.memory).filter(([, { isFlat }]) => !isFlat);
  for (const [role, { mbPerHour }] of grows) process.stderr.write(`${role} grows by ${mbPerHour} MB an hour\n`);
  process.stdout.write(`${JSON.stringify({ chaos: 'steady', flat: grows.length === 0, ...result, minutes, seed })}\n`);
  if (grows.length > 0) process.exitCode = 1;
});
