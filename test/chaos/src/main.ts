import { parseArgs } from 'node:util';
import { describeResult } from './chaos/describe-result.ts';
import { forms } from './chaos/forms.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { readCount, runCommand, stopSignal } from './run-command.ts';

const usage = `Usage: npm run --silent chaos -- [options]

Runs all of Refrain's processes as they are built against the emulated GitHub and PagerDuty, while events happen there and
the machine breaks: processes are killed and paused, get a wrong clock or lose their network, Redis is emptied and killed,
PostgreSQL crashes, runs out of connections and of disk. Then holds what is stored against what exists, and the patterns
against those of an undisturbed run. Ends with two lines of JSON on standard output, the last one of what has to hold, tells its
progress on standard error, and exits with 1 where anything differs. docs/chaos.md says what is counted.

Full disks and cut networks need root, on Linux: elsewhere they are left out, and it says so.

  --events N   how many events happen (default 20000)
  --seed N     chooses events and faults: the same seed gives the same ones in the same order (default 1)
  --rate N     events a second (default 25)
  --rounds N   how often each kind of fault comes (default 4)
  --short      the short form, which the tests run
  --help       this text
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
  const form = forms[name];
  const [events, seed] = [readCount(values.events, form.events), readCount(values.seed, 1)];
  const result = await runChaos({
    ...form,
    events,
    seed,
    env: process.env,
    signal: stopSignal(),
    print,
    perSecond: readCount(values.rate, form.perSecond),
    rounds: readCount(values.rounds, form.rounds),
  });
  const { line, details, problems } = describeResult(name, events, result);
  for (const problem of problems.slice(0, 100)) process.stderr.write(`${problem}\n`);
  process.stdout.write(`${JSON.stringify({ ...details, seed, seconds: secondsSoFar() })}\n${JSON.stringify(line)}\n`);
  if (problems.length > 0) process.exitCode = 1;
});
