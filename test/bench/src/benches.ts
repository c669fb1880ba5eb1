import { type BenchFigure, defineBench } from './bench.ts';
import { benchApi } from './bench-api.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchIngestScaling } from './bench-ingest-scaling.ts';
import { benchPatternAssignment } from './bench-pattern-assignment.ts';
import { benchProviderRequests } from './bench-provider-requests.ts';
import { benchRecluster } from './bench-recluster.ts';
import { benchSearch } from './bench-search.ts';
import { benchSimulatedDay } from './bench-simulated-day.ts';
import { benchWebhooks } from './bench-webhooks.ts';
import { benchImprovementIssues } from './improve/bench-improvement-issues.ts';
import { benchIncidentNotes } from './note/bench-incident-notes.ts';
import { benchWebPage } from './page/measure-web-page.ts';

const stored = { about: 'stored failures, from generated organisations', usual: 100_000, quick: 2_000 };
const held = { about: 'indexed failures, from generated organisations', usual: 100_000, quick: 2_000 };
const patterns = { about: 'patterns of these failures', usual: 5_000, quick: 100 };
const seconds = { about: 'duration in seconds', usual: 60, quick: 5 };
const roundTrip = 'round trip of a message to the thread';

/** Describes a ratio: the measurement with several workers (index `at`) divided by the one with a single worker. */
function timesOne(what: string, measured: string, at: 1 | 2): BenchFigure {
  return {
    what,
    at: `${measured}.${at}`,
    unit: '',
    better: 'more',
    goal: `goal.${measured}.${at}`,
    floor: { at: 2 ** at, what: at === 1 ? 'twice' : 'four times' },
  };
}

export const benches = [
  defineBench({
    name: 'webhooks',
    about: 'webhook deliveries stored per second, and their latency',
    sizes: { rate: { about: 'deliveries per second', usual: 2_000, quick: 200 }, seconds },
    figures: [
      {
        what: 'latency of a delivery, 99th percentile',
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
    about: 'ingestion speed of an organisation, compared with plain inserts of the same rows',
    sizes: { failures: { about: 'failures of the organisation', usual: 100_000, quick: 1_000 } },
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
      'speed-up with 2 and 4 ingest workers: for pulling, which waits for providers, and for parsing, which needs processors',
    sizes: {
      failures: { about: 'failures of four organisations', usual: 2_000, quick: 200 },
      slow: { about: 'response time of GitHub in milliseconds', usual: 2_000, quick: 200 },
      seconds: { about: 'duration of the replay in seconds', usual: 40, quick: 5 },
    },
    figures: [
      timesOne('pulled by 2 workers, relative to one', 'timesAsManyPulled', 1),
      timesOne('pulled by 4 workers, relative to one', 'timesAsManyPulled', 2),
      timesOne('parsed by 2 workers with a share of a processor each, relative to one', 'timesAsManyRead', 1),
      timesOne('parsed by 4 workers with a share of a processor each, relative to one', 'timesAsManyRead', 2),
    ],
    run: ({ failures, slow, seconds }) => benchIngestScaling({ failures, slowMs: slow, readSeconds: seconds }),
  }),
  defineBench({
    name: 'requests',
    about: 'requests to the providers for a backfill, for a sync, and for an organisation without changes',
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
    run: benchProviderRequests,
  }),
  defineBench({
    name: 'day',
    about: '24 simulated hours of a large organisation, with providers that enforce their rate limits',
    sizes: {},
    figures: [
      { what: 'lost', at: 'lost', unit: '', better: 'less', goal: 'goal.lost' },
      { what: 'rate-limited requests', at: 'refused', unit: '', better: 'less', goal: 'goal.refused' },
    ],
    run: benchSimulatedDay,
  }),
  defineBench({
    name: 'recluster',
    about: 'time to cluster all failures, and a quarter of them',
    sizes: { failures: { about: 'failures, from generated organisations', usual: 100_000, quick: 4_000 } },
    figures: [
      { what: 'clustering all failures', at: 'seconds', unit: 's', better: 'less', goal: 'goal.seconds' },
      {
        what: 'time relative to a quarter',
        at: 'timesTheTime',
        unit: '',
        better: 'less',
        goal: 'goal.timesTheTime',
        floor: { at: 4, what: 'linear time' },
      },
      { what: 'memory', at: 'peakMemoryMb', unit: 'MB', better: 'less', goal: 'goal.peakMemoryMb' },
    ],
    run: ({ failures }) => benchRecluster(failures),
  }),
  defineBench({
    name: 'assign',
    about: 'time to find the pattern of a new failure and to index it, without the warm-up',
    sizes: { failures: { ...held, about: 'known failures, from generated organisations' } },
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
    run: ({ failures }) => benchPatternAssignment(failures),
  }),
  defineBench({
    name: 'search',
    about: 'response time of "have we seen this before?" in the API\'s index thread, without the warm-up',
    sizes: { failures: held },
    figures: [
      {
        what: 'response time, 99th percentile',
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
    about: 'response time of a mix of API requests at a steady rate',
    sizes: {
      failures: stored,
      patterns,
      seconds,
      rate: { about: 'requests per second', usual: 300, quick: 30 },
    },
    figures: [
      {
        what: 'response time, 99th percentile',
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
      'waiting time in the web page, in a Chromium with four times CPU slowdown: first loads of the overview, interactions, frames of a long list; and the size of its scripts',
    sizes: {
      failures: stored,
      patterns,
      loads: { about: 'first loads of the overview', usual: 9, quick: 3 },
      times: { about: 'repetitions of each interaction', usual: 10, quick: 2 },
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
      { what: 'initial scripts', at: 'scripts.initialKb', unit: 'kB', better: 'less', goal: 'goal.initialKb' },
    ],
    run: benchWebPage,
  }),
  defineBench({
    name: 'note',
    about: 'time from the webhook of an incident until its note, with and without a backlog in the queues',
    sizes: {
      backlog: { about: 'jobs in the queues when the first incident begins', usual: 50_000, quick: 1_000 },
      incidents: { about: 'incidents, each of a known pattern', usual: 120, quick: 10 },
      rate: { about: 'incidents per second', usual: 2, quick: 2 },
      failures: { about: 'failures of the organisation', usual: 1_500, quick: 600 },
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
    run: (sizes) => benchIncidentNotes(sizes),
  }),
  defineBench({
    name: 'improve',
    about: 'checks that each pattern has one issue after many calls from four workers while GitHub fails',
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
      { what: 'duplicate issues', at: 'duplicates', unit: '', better: 'less', goal: 'goal.duplicates' },
    ],
    run: benchImprovementIssues,
  }),
];
