import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import type { ProviderOptions } from '../../contract/provider-options.ts';
import { createNoResponseError, createResponseError, type RequestTarget } from '../../requests/provider-error.ts';
import { createRequestBudgets, type RequestBudget, readRequestBudget } from '../../requests/request-budgets.ts';
import { hasRateLimits } from '../../requests/request-limits.ts';
import type { PagerDutyAuthorisation } from './authorisation.ts';
import { type Query, type ReceivedResponse, send } from './send.ts';

const vendorHost = /(?:^|\.)pagerduty\.com$/iu;

type SenderOptions = Pick<ProviderOptions, 'userAgent' | 'limits' | 'budgets' | 'now' | 'wait' | 'agents'>;

export interface PagerDutyRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Query;
  readonly body?: object;
  /** Email address of the user who is shown as the author of a write. */
  readonly from?: string;
  readonly what: string;
}

/**
 * Creates a function that sends requests within the rate limits. It renews a token once, and throws unless the status
 * is 2xx.
 */
export function createPagerDutyRequestSender(
  root: string,
  authorisation: PagerDutyAuthorisation,
  options: SenderOptions,
) {
  const { key, tokenType } = authorisation;
  const { limits, userAgent = 'refrain', now = Date.now, wait } = options;
  const budgets = options.budgets ?? createRequestBudgets(now);

  async function sendOnce(
    request: PagerDutyRequest,
    isBackground: boolean,
    signal: AbortSignal,
  ): Promise<ReceivedResponse> {
    const { method = 'GET', path, query = {}, body, from } = request;
    const token = await authorisation.token(signal);
    if (hasRateLimits(root, vendorHost, budgets.find(key))) {
      await limits?.take(key, 'pagerduty', method === 'GET' ? 'read' : 'write', signal);
    }
    await pauseIfBudgetUsedUp(budgets.find(key), isBackground, { now: now(), wait }, signal);
    const url = `${root}${path}`;
    const answer = await send({ method, url, query, body, from, token, tokenType, userAgent }, signal, options.agents);
    const budget = readPagerDutyBudget(answer.headers, now());
    if (budget !== null) budgets.keep(key, budget);
    return answer;
  }

  /** Makes all processes wait after a 429, longer each time if the response does not say how long to wait. */
  async function backOffAfter(error: AppError, { headers }: ReceivedResponse): Promise<AppError> {
    if (error.code !== 'rate_limited' || limits === undefined) return error;
    const named = Number(headers['ratelimit-reset'] ?? headers['retry-after'] ?? Number.NaN);
    const seconds = await limits.backOff(key, 'pagerduty', Number.isFinite(named) ? named : null);
    return new AppError('rate_limited', `PagerDuty is limiting requests: try again in ${seconds} s`, {
      context: { ...error.context, retryAfterSeconds: seconds },
    });
  }

  return async (request: PagerDutyRequest, target: RequestTarget, isBackground: boolean, signal: AbortSignal) => {
    const sendIt = (): Promise<ReceivedResponse> =>
      sendOnce(request, isBackground, signal).catch((thrown: unknown) => {
        throw thrown instanceof AppError ? thrown : createNoResponseError(target, thrown, signal);
      });
    const first = await sendIt();
    const answer = first.status === 401 && authorisation.renew() ? await sendIt() : first;
    if (answer.isBroken) throw createNoResponseError(target, null, signal);
    if (answer.status >= 200 && answer.status <= 299) return answer;
    throw await backOffAfter(createResponseError(target, answer, now()), answer);
  };
}

/** PagerDuty's limits are per minute, so a header that implies a longer pause was misread. */
const maxPauseMs = 120_000;
/** Requests per minute that interactive work leaves unused. Background work leaves a tenth of the limit. */
const minReserve = 5;
const backgroundShare = 0.1;

/** `ratelimit-reset` is in seconds from now (https://developer.pagerduty.com/docs/rest-api-rate-limits). */
function readPagerDutyBudget(headers: Readonly<Record<string, string>>, now: number): RequestBudget | null {
  return readRequestBudget(headers, 'ratelimit', (seconds) => now + seconds * 1_000);
}

async function pauseIfBudgetUsedUp(
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
