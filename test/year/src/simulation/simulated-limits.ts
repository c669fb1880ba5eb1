import { providers } from '@refrain/connectors';
import { AppError, type Provider, type RequestClass } from '@refrain/domain';
import type { SimulatedTime } from './simulated-time.ts';

/** Maximum wait for a rate limit in milliseconds. If the wait would be longer, the job fails and is retried. */
const timeoutMs = 20_000;

interface Window {
  readonly endsAt: number;
  readonly taken: number;
}

/** Creates rate limits that count in the same way as those in Redis: in windows that begin with the first request. */
export function createSimulatedLimits({ clock, wait }: SimulatedTime) {
  const windows = new Map<string, Window>();
  const report = { taken: 0, heldBack: 0 };

  /** Takes points from a rate limit. Returns 0 if there was capacity, otherwise the milliseconds to wait. */
  function take(name: string, points: number, limit: number, ms: number): number {
    const known = windows.get(name);
    const window = known !== undefined && known.endsAt > clock.now() ? known : { endsAt: clock.now() + ms, taken: 0 };
    if (window.taken + points > limit) return window.endsAt - clock.now();
    windows.set(name, { ...window, taken: window.taken + points });
    return 0;
  }

  return {
    report,
    async take(key: string, provider: Provider, cost: RequestClass, signal: AbortSignal): Promise<void> {
      const patienceEnds = clock.now() + timeoutMs;
      for (const { rule, points } of providers.limits[provider]?.byCost[cost] ?? []) {
        for (;;) {
          const waitMs = take(`${provider}/${rule.name}/${key}`, points, rule.points, rule.seconds * 1_000);
          if (waitMs === 0) break;
          if (clock.now() + waitMs > patienceEnds) throw tooFar(waitMs);
          await wait(waitMs, signal);
        }
      }
      report.taken += 1;
    },
    async backOff(_key: string, _provider: Provider, seconds: number | null): Promise<number> {
      report.heldBack += 1;
      return seconds ?? 60;
    },
  };
}

function tooFar(waitMs: number): AppError {
  const context = { retryAfterSeconds: Math.ceil(waitMs / 1_000) };
  return new AppError('rate_limited', 'The simulated rate limit is used up', { context });
}
