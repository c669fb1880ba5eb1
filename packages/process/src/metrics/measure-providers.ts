import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

/** The limits that the processes share, as far as they are measured. */
interface MeasuredLimits {
  take(key: string, provider: never, cost: never, signal: AbortSignal): Promise<void>;
  backOff(key: string, provider: never, seconds: number | null): Promise<number>;
}

/** What a provider's answer told of the requests that it still takes. */
interface MeasuredBudget {
  readonly connectionId: string;
  readonly provider: string;
  /** What is counted by itself there. */
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
}

interface ProviderMeasures {
  /** The limits, with what is asked of them counted. */
  readonly measured: <Limits extends MeasuredLimits>(limits: Limits) => Limits;
  readonly onBudget: (budget: MeasuredBudget) => void;
}

const waitBuckets = [0.01, 0.1, 0.5, 1, 2, 5, 10, 20];

/**
 * Measures how long requests wait for their turn, how often providers refuse them, and how many they still take.
 * @param providers ids of those whose refusals are counted from the start
 */
export function measureProviders(
  { registry }: Pick<Metrics, 'registry'>,
  now: () => number,
  providers: readonly string[],
): ProviderMeasures {
  const registers = [registry];
  const waited = new Histogram({
    name: 'refrain_provider_wait_seconds',
    help: 'How long a request to a provider waited for its turn, by what it costs there.',
    labelNames: ['provider', 'cost'],
    buckets: waitBuckets,
    registers,
  });
  const refusals = new Counter({
    name: 'refrain_provider_refusals_total',
    help: 'Requests that a provider refused for coming too soon, after which all wait.',
    labelNames: ['provider'],
    registers,
  });
  // Prometheus sees no increase of a counter that does not exist before its first count.
  for (const provider of providers) refusals.inc({ provider }, 0);
  const told = new Map<string, MeasuredBudget>();
  const labelNames = ['connection', 'provider', 'resource'];
  const gauge = (what: string, help: string, read: (budget: MeasuredBudget) => number) =>
    new Gauge({
      name: `refrain_provider_budget_${what}`,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        // Once a count has started anew, what was told of it holds no more.
        for (const [key, { resetsAt }] of told) if (resetsAt <= now()) told.delete(key);
        for (const budget of told.values()) {
          const { connectionId, provider, resource } = budget;
          this.set({ connection: connectionId, provider, resource }, read(budget));
        }
      },
    });
  gauge('remaining_requests', 'Requests that a provider still takes, as its last answer told.', (of) => of.remaining);
  gauge('limit_requests', 'Requests that a provider takes in one period of its count.', (of) => of.limit);
  gauge('reset_timestamp_seconds', 'When a provider counts anew.', ({ resetsAt }) => resetsAt / 1_000);

  return {
    measured: (limits) => ({
      ...limits,
      async take(key: string, provider: never, cost: never, signal: AbortSignal) {
        const end = waited.startTimer({ provider, cost });
        try {
          await limits.take(key, provider, cost, signal);
        } finally {
          end();
        }
      },
      backOff(key: string, provider: never, seconds: number | null) {
        refusals.inc({ provider });
        return limits.backOff(key, provider, seconds);
      },
    }),
    onBudget: (budget) => told.set(`${budget.connectionId}/${budget.resource}`, budget),
  };
}
