import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestBudget, readBudget } from '../../requests/request-budgets.ts';

/** PagerDuty counts by the minute: a longer pause would be a misread header. */
const maxPauseMs = 120_000;
/** A person who waits for an answer may use all but this many; background work leaves a tenth of the limit. */
const minReserve = 5;
const backgroundShare = 0.1;

/**
 * The budget in an answer's headers; null where they are missing, as with some of PagerDuty's own 429s. `ratelimit-reset`
 * counts seconds from now (https://developer.pagerduty.com/docs/rest-api-rate-limits).
 */
export function budgetOf(headers: Readonly<Record<string, string>>, now: number): RequestBudget | null {
  return readBudget(headers, 'ratelimit', (seconds) => now + seconds * 1_000);
}

/** Waits for the count to start anew where what is left is the reserve, so that a 429 stays an accident. */
export async function pauseIfUsedUp(
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

export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

const waitFor: Wait = (ms, signal) => sleep(ms, undefined, { signal });
