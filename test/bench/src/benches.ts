import { defineBench, type Figure } from './bench.ts';
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

const stored = { about: 'failures that are stored, of generated organisations', usual: 100_000, quick: 2_000 };
const held = { about: 'failures that it holds, of generated organisations', usual: 100_000, quick: 2_000 };
const patterns = { about: 'patterns of them', usual: 5_000, quick: 100 };
const seconds = { about: 'how long', usual: 60, quick: 5 };
const roundTrip = 'a message to the thread and back';

/**
 * The ratio of a measurement to the one with a single worker.
 * @param at the number of workers
 */
function timesOne(what: string, measured: string, at: 1 | 2): Figure {
  return {
    what,
    at: `${measured}.${at}`,
    unit: '',
    better: 'more',
    goal: `goal.${measured}.${at}`,
    floor: { at: 2 ** at, what: at === 1 ? 'twice' : 'four times' },
  };
}

/** All benches, in the order in which they run. */
export const benches = [
  defineBench({
    name: 'webhooks',
    about: 'deliveries a second that are stored, and how long their senders wait',
    sizes: { rate: { about: 'deliveries a second', usual: 2_000, quick: 200 }, seconds },
    figures: [
      {
        what: 'wait of a sender, 99th percentile',
        at: 'p99Ms',
        unit: 'ms',
        better: 'less',
        goal: 'goal.p99Ms',
        floor: { at: 'floor.p99Ms', what: 'a server that does nothing' },
      },
      { what: 'stored', at: 'perSecond', unit: '/s', better: 'more', goal: 'rate' },
      { what: 'lost', at: 'lost', unit: '', better: 'less', goal: 'goal.lost' },
    ],
    run: benchWebhooks,
  }),
  defineBench({
    name: 'ingest',
    about: 'how fast an organisation is taken in, against plain inserts of the same rows',
    sizes: { failures: { about: 'failures that it had', usual: 100_000, quick: 1_000 } },
    figures: [
      {
        what: 'rows ingested',
        at: 'rowsPerSecond',
        unit: '/s',
        better: 'more',
        floor: { at: 'floorRowsPerSecond', what: 'plain inserts' },
      },
      {
        what: 'the same, without the providers',
        at: 'ratioBesideProviders',
        unit: '',
        better: 'more',
        floor: { at: 1, what: 'plain inserts' },
      },
      { what: 'lost', at: 'lost', unit: '', better: 'less', goal: 0 },
      { what: 'memory of the worker', at: 'peakMb', unit: 'MB', better: 'less' },
    ],
    run: ({ failures }, { profile }) => benchIngest({ failures, profile }),
  }),
  defineBench({
    name: 'scale',
    about:
      'how much faster 2 and 4 ingest workers are than one: at what waits for providers, and at what takes processors',
    sizes: {
      failures: { about: 'failures that four organisations had', usual: 2_000, quick: 200 },
      slow: { about: 'milliseconds that GitHub takes for each answer', usual: 2_000, quick: 200 },
      seconds: { about: 'how long what was taken in is read anew', usual: 40, quick: 5 },
    },
    figures: [
      timesOne('pulled by 2 workers, times one', 'timesAsManyPulled', 1),
      timesOne('pulled by 4 workers, times one', 'timesAsManyPulled', 2),
      timesOne('read by 2 workers with a share of a processor each, times one', 'timesAsManyRead', 1),
      timesOne('read by 4 workers with a share of a processor each, times one', 'timesAsManyRead', 2),
    ],
    run: ({ failures, slow, seconds }) => benchScale({ failures, slowMs: slow, readSeconds: seconds }),
  }),
  defineBench({
    name: 'requests',
    about:
      'how often the providers are asked: for a backfill, for a sync, and for an organisation in which nothing changes',
    sizes: {},
    figures: [
      {
        what: 'requests for 1,000 pull requests',
        at: 'backfill.per1000Pulls',
        unit: '',
        better: 'less',
        floor: { at: 10, what: 'pages of 100' },
      },
      {
        what: 'share of the budget while nothing changes',
        at: 'unchanged.shareOfBudget',
        unit: '',
        better: 'less',
        goal: 'unchanged.goal.shareOfBudget',
      },
    ],
    run: benchRequests,
  }),
  defineBench({
    name: 'day',
    about: '24 simulated hours of a large organisation, from providers that keep their limits',
    sizes: {},
    figures: [
      { what: 'lost', at: 'lost', unit: '', better: 'less', goal: 'goal.lost' },
      { what: 'requests that were refused', at: 'refused', unit: '', better: 'less', goal: 'goal.refused' },
    ],
    run: benchDay,
  }),
  defineBench({
    name: 'recluster',
    about: 'how long all failures take to be grouped anew, and a quarter of them',
    sizes: { failures: { about: 'how many, of generated organisations', usual: 100_000, quick: 4_000 } },
    figures: [
      { what: 'grouping all', at: 'seconds', unit: 's', better: 'less', goal: 'goal.seconds' },
      {
        what: 'times the time of a quarter',
        at: 'timesTheTime',
        unit: '',
        better: 'less',
        goal: 'goal.timesTheTime',
        floor: { at: 4, what: 'time in proportion' },
      },
      { what: 'memory', at: 'peakMemoryMb', unit: 'MB', better: 'less', goal: 'goal.peakMemoryMb' },
    ],
    run: ({ failures }) => benchRecluster(failures),
  }),
  defineBench({
    name: 'assign',
    about: 'how long it takes to find the pattern of one new failure and to take it in; a warm-up is not counted',
    sizes: { failures: { ...held, about: 'failures that are known, of generated organisations' } },
    figures: [
      {
        what: 'finding a pattern, 99th percentile',
        at: 'p99Ms',
        unit: 'ms',
        better: 'less',
        goal: 'goal.p99Ms',
        floor: { at: 'floor.p99Ms', what: roundTrip },
      },
    ],
    run: ({ failures }) => benchAssign(failures),
  }),
  defineBench({
    name: 'search',
    about:
      'how long an answer to "have we seen this before?" takes, of the thread that the API asks; a warm-up is not counted',
    sizes: { failures: held },
    figures: [
      {
        what: 'an answer, 99th percentile',
        at: 'p99Ms',
        unit: 'ms',
        better: 'less',
        goal: 'goal.p99Ms',
        floor: { at: 'floor.p99Ms', what: roundTrip },
      },
    ],
    run: ({ failures }) => benchSearch(failures),
  }),
  defineBench({
    name: 'api',
    about: 'how long what pages and programs ask of the API takes, mixed, at a steady rate',
    sizes: {
      failures: stored,
      patterns,
      seconds,
      rate: { about: 'requests a second', usual: 300, quick: 30 },
    },
    figures: [
      {
        what: 'an answer, 99th percentile',
        at: 'p99Ms',
        unit: 'ms',
        better: 'less',
        goal: 'goal.p99Ms',
        floor: { at: 'floor.p99Ms', what: 'a server that does nothing' },
      },
    ],
    run: benchApi,
  }),
  defineBench({
    name: 'page',
    about:
      'how long people wait for the web page, in a Chromium whose processor is made four times slower: first loads of the overview, interactions, the frames of a long list; and how large its scripts are',
    sizes: {
      failures: stored,
      patterns,
      loads: { about: 'first loads of the overview', usual: 9, quick: 3 },
      times: { about: 'how often each interaction is done', usual: 10, quick: 2 },
    },
    figures: [
      {
        what: 'largest paint, median',
        at: 'firstLoad.lcpMs.median',
        unit: 'ms',
        better: 'less',
        goal: 'goal.lcpMs',
        floor: { at: 'peer.lcpMs.median', what: 'the page of bull-board' },
      },
      { what: 'first scripts', at: 'scripts.initialKb', unit: 'kB', better: 'less', goal: 'goal.initialKb' },
    ],
    run: benchPage,
  }),
  defineBench({
    name: 'note',
    about: 'how long from the webhook of an incident until its note is there, with a backlog in the queues and without',
    sizes: {
      backlog: { about: 'jobs that wait when the first incident begins', usual: 50_000, quick: 1_000 },
      incidents: { about: 'incidents, of which each is known for sure', usual: 120, quick: 10 },
      rate: { about: 'incidents a second', usual: 2, quick: 2 },
      failures: { about: 'failures that the organisation had', usual: 1_500, quick: 600 },
    },
    figures: [
      {
        what: 'from webhook to note behind a backlog, 99th percentile',
        at: 'p99',
        unit: 's',
        better: 'less',
        goal: 'goal.p99',
        floor: { at: 'floor.p99', what: 'without a backlog' },
      },
    ],
    run: (sizes) => benchNote(sizes),
  }),
  defineBench({
    name: 'improve',
    about: 'whether each pattern has one issue in the end, after many calls from four workers at a GitHub that fails',
    sizes: {
      patterns: { about: 'patterns', usual: 500, quick: 20 },
      calls: { about: 'how often an issue is ensured', usual: 10_000, quick: 200 },
    },
    figures: [
      {
        what: 'issues',
        at: 'issues',
        unit: '',
        better: 'less',
        floor: { at: 'patterns', what: 'one for each pattern' },
      },
      { what: 'second issues', at: 'duplicates', unit: '', better: 'less', goal: 'goal.duplicates' },
    ],
    run: benchImprove,
  }),
];
