import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

interface MeasuredLimits {
  take(key: string, provider: never, cost: never, signal: AbortSignal): Promise<void>;
  backOff(key: string, provider: never, seconds: number | null): Promise<number>;
}

interface MeasuredBudget {
  readonly connectionId: string;
  readonly provider: string;
  /** The part of the provider's API to which the limit applies, such as `search`. */
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  /** When the provider resets its count of requests, in milliseconds since 1970. */
  readonly resetsAt: number;
}

interface ProviderMeasures {
  /** Wraps the methods of request limits so that waits and rejections are measured. */
  readonly measured: <Limits extends MeasuredLimits>(limits: Limits) => Limits;
  readonly onBudget: (budget: MeasuredBudget) => void;
}

const waitBuckets = [0.01, 0.1, 0.5, 1, 2, 5, 10, 20];

/**
 * Measures how long requests to providers wait for their turn, how often providers reject requests, and how many more
 * requests providers allow.
 * @param providers providers whose rejections are reported from the start, as 0
 */
export function measureProviderRequests(
  { registry }: Pick<Metrics, 'registry'>,
  now: () => number,
  providers: readonly string[],
): ProviderMeasures {
  const registers = [registry];
  const waited = new Histogram({
    name: 'refrain_provider_wait_seconds',
    help: 'How long a request to a provider waited for its turn, by cost.',
    labelNames: ['provider', 'cost'],
    buckets: waitBuckets,
    registers,
  });
  const refusals = new Counter({
    name: 'refrain_provider_refusals_total',
    help: 'Requests that a provider rejected because of its rate limit, after which all requests wait.',
    labelNames: ['provider'],
    registers,
  });
  // Counters start at 0, because Prometheus sees no increase when a counter first appears with the value 1.
  for (const provider of providers) refusals.inc({ provider }, 0);
  const budgets = new Map<string, MeasuredBudget>();
  const labelNames = ['connection', 'provider', 'resource'];
  const gauge = (what: string, help: string, read: (budget: MeasuredBudget) => number) =>
    new Gauge({
      name: `refrain_provider_budget_${what}`,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        // Reported values are removed once the provider has reset its count, because they are outdated.
        for (const [key, { resetsAt }] of budgets) if (resetsAt <= now()) budgets.delete(key);
        for (const budget of budgets.values()) {
          const { connectionId, provider, resource } = budget;
          this.set({ connection: connectionId, provider, resource }, read(budget));
        }
      },
    });
  gauge('remaining_requests', "Remaining requests by the provider's last response.", (of) => of.remaining);
  gauge('limit_requests', 'Requests that a provider allows per period.', (of) => of.limit);
  gauge('reset_timestamp_seconds', 'When a provider resets its count.', ({ resetsAt }) => resetsAt / 1_000);

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
    onBudget: (budget) => budgets.set(`${budget.connectionId}/${budget.resource}`, budget),
  };
}
