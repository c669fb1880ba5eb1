import { parseArgs } from 'node:util';
import { chaosRunSettings } from './chaos/chaos-run-settings.ts';
import { describeChaosResult } from './chaos/describe-chaos-result.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { createStopSignal, parseCountOption, runCommand } from './run-command.ts';

const usage = `Usage: npm run --silent chaos -- [options]

Runs all built processes of Refrain against the emulated GitHub and PagerDuty, while events happen there and the machine
fails: processes are killed and paused, get a wrong clock or lose their network, Redis is emptied and killed, PostgreSQL
crashes and runs out of connections and of disk. Then compares what is stored with what exists, and the patterns with those
of an undisturbed run. Ends with two lines of JSON on standard output, the last one with the figures that must hold. Prints
its progress on standard error, and exits with 1 if anything differs. docs/chaos.md explains the figures.

Full disks and cut networks need root on Linux. Elsewhere they are skipped with a message.

  --events N   number of events (default 20000)
  --seed N     seed of the events and faults, which also determines their order (default 1)
  --rate N     events per second (default 25)
  --rounds N   how often each kind of fault is injected (default 4)
  --short      the short form that the tests run
  --help       print this text
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

runCommand(async (print, secondsSoFar) => {
  const options = { events: text, seed: text, rate: text, rounds: text, short: flag, help: flag } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const name = values.short === true ? 'short' : 'full';
  const settings = chaosRunSettings[name];
  const [events, seed] = [parseCountOption(values.events, settings.events), parseCountOption(values.seed, 1)];
  const result = await runChaos({
    ...settings,
    events,
    seed,
    env: process.env,
    signal: createStopSignal(),
    print,
    perSecond: parseCountOption(values.rate, settings.perSecond),
    rounds: parseCountOption(values.rounds, settings.rounds),
  });
  const { line, details, problems } = describeChaosResult(name, events, result);
  for (const problem of problems.slice(0, 100)) process.stderr.write(`${problem}\n`);
  process.stdout.write(`${JSON.stringify({ ...details, seed, seconds: secondsSoFar() })}\n${JSON.stringify(line)}\n`);
  if (problems.length > 0) process.exitCode = 1;
});
