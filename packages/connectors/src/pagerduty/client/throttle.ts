import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestBudget, readBudget } from '../../requests/request-budgets.ts';

/** PagerDuty's limits are per minute, so a header that implies a longer pause was misread. */
const maxPauseMs = 120_000;
/** Number of requests that interactive work leaves unused. Background work leaves a tenth of the limit. */
const minReserve = 5;
const backgroundShare = 0.1;

/**
 * Reads the budget from response headers; null if they are missing, as in some 429s. `ratelimit-reset` is in seconds
 * from now (https://developer.pagerduty.com/docs/rest-api-rate-limits).
 */
export function readPagerDutyBudget(headers: Readonly<Record<string, string>>, now: number): RequestBudget | null {
  return readBudget(headers, 'ratelimit', (seconds) => now + seconds * 1_000);
}

/** Waits for the reset of the budget if only the reserve is left, so that 429s stay rare. */
export async function pauseIfBudgetUsedUp(
  budget: RequestBudget | null,
  isBackground: boolean,
  { now, wait = waitFor }: { readonly now: number; readonly wait?: Wait | undefined },
  signal: AbortSignal,
): Promise<void> {
  if (budget === null || budget.remaining > reserveOf(budget.limit, isBackground)) return;
  const pauseMs = Math.min(budget.resetsAt - now, maxPauseMs);
  if (pauseMs > 0) await wait(pauseMs, signal);
}

function reserveOf(limit: number, isBackground: boolean): number {
  const wanted = isBackground ? Math.max(Math.ceil(limit * backgroundShare), minReserve) : minReserve;
  return Math.min(wanted, limit / 2);
}

type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

const waitFor: Wait = (ms, signal) => sleep(ms, undefined, { signal });
