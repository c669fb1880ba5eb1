import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { benchApi } from './bench-api.ts';
import { benchAssign } from './bench-assign.ts';
import { benchDay } from './bench-day.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchRecluster } from './bench-recluster.ts';
import { benchRequests } from './bench-requests.ts';
import { benchScale } from './bench-scale.ts';
import { benchSearch } from './bench-search.ts';
import { benchWebhooks } from './bench-webhooks.ts';
import { benchImprove } from './improve/bench-improve.ts';
import { benchNote } from './note/bench-note.ts';
import { benchPage } from './page/bench-page.ts';

const usage = `Usage: npm run --silent bench -- <what> [options]

Measures Refrain as it is built, on a PostgreSQL and a Redis of its own (or those of DATABASE_URL and REDIS_URL), against
the emulated providers. Prints one line of JSON on standard output, and its progress on standard error.

  webhooks    deliveries a second that are stored, and how long their senders wait
                --rate N       deliveries a second (default 2000)
                --seconds N    how long (default 60)

  ingest      how fast an organisation is taken in, against plain inserts of the same rows
                --failures N   failures that it had (default 100000)
                --profile DIR  where the worker leaves its profile

  scale       how much faster 2 and 4 ingest workers are than one: at what waits for providers, and at what takes processors
                --failures N   failures that the organisation had (default 2000)
                --slow N       milliseconds that a provider takes for each answer (default 1000)

  requests    how often the providers are asked: for a backfill, for a sync, and for an organisation in which nothing changes

  api         how long what pages and programs ask of the API takes, mixed, at a steady rate
                --failures N   failures that are stored (default 100000), of generated organisations
                --patterns N   patterns of them (default 5000)
                --rate N       requests a second (default 300)
                --seconds N    how long (default 60)

  page        how long people wait for the web page, in a Chromium whose processor is made four times slower: first loads of
              the overview, interactions, the frames of a long list; and how large its scripts are
                --failures N   failures that are stored (default 100000), of generated organisations
                --patterns N   patterns of them (default 5000)
                --loads N      first loads of the overview (default 9)
                --times N      how often each interaction is done (default 10)

  search      how long an answer to "have we seen this before?" takes, of the thread that the API asks; a warm-up is not counted
                --failures N   failures that it holds (default 100000), of generated organisations

  assign      how long it takes to find the pattern of one new failure and to take it in; a warm-up is not counted
                --failures N   failures that are known (default 100000), of generated organisations

  recluster   how long all failures take to be grouped anew, and a quarter of them
                --failures N   how many (default 100000), of generated organisations

  note        how long from the webhook of an incident until its note is there, with a backlog in the queues and without
                --backlog N    jobs that wait when the first incident begins (default 50000)
                --incidents N  incidents (default 120), of which each is known for sure
                --rate N       incidents a second (default 2)
                --failures N   failures that the organisation had (default 1500)

  improve     whether each pattern has one issue in the end, after many calls from four workers at a GitHub that fails
                --patterns N   patterns (default 500)
                --calls N      how often an issue is ensured (default 10000)

  day         24 simulated hours of a large organisation, from providers that keep their limits

  --help      this text
`;

const text = { type: 'string' } as const;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rate: text,
      seconds: text,
      failures: text,
      patterns: text,
      loads: text,
      times: text,
      calls: text,
      backlog: text,
      incidents: text,
      profile: text,
      slow: text,
      help: { type: 'boolean' },
    },
  });
  const [what] = positionals;
  if (values.help === true || what === undefined) {
    process.stdout.write(usage);
    return;
  }
  const result = await measure(what, values);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function measure(what: string, values: Readonly<Record<string, string | boolean | undefined>>): Promise<object> {
  switch (what) {
    case 'webhooks':
      return benchWebhooks({ rate: count(values.rate, 2_000), seconds: count(values.seconds, 60) });
    case 'api':
      return benchApi({
        failures: count(values.failures, 100_000),
        patterns: count(values.patterns, 5_000),
        rate: count(values.rate, 300),
        seconds: count(values.seconds, 60),
      });
    case 'page':
      return benchPage({
        failures: count(values.failures, 100_000),
        patterns: count(values.patterns, 5_000),
        loads: count(values.loads, 9),
        times: count(values.times, 10),
      });
    case 'improve':
      return benchImprove({ patterns: count(values.patterns, 500), calls: count(values.calls, 10_000) });
    case 'note':
      return benchNote({
        backlog: count(values.backlog, 50_000),
        incidents: count(values.incidents, 120),
        rate: count(values.rate, 2),
        failures: count(values.failures, 1_500),
      });
    case 'day':
      return benchDay();
    case 'search':
      return benchSearch(count(values.failures, 100_000));
    case 'recluster':
      return benchRecluster(count(values.failures, 100_000));
    case 'assign':
      return benchAssign(count(values.failures, 100_000));
    case 'scale':
      return benchScale({ failures: count(values.failures, 2_000), slowMs: count(values.slow, 1_000) });
    case 'requests':
      return benchRequests();
    case 'ingest':
      return benchIngest({ failures: count(values.failures, 100_000), profile: folder(values.profile) });
    default:
      throw new AppError('invalid_input', `There is no benchmark "${what}" (see --help)`);
  }
}

function count(given: string | boolean | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('invalid_input', `"${given}" is no positive whole number (see --help)`);
}

function folder(given: string | boolean | undefined): string | null {
  return typeof given === 'string' ? given : null;
}

run()
  .catch((thrown: unknown) => {
    process.stderr.write(`${toAppError(thrown).message}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
