import { setTimeout as sleep } from 'node:timers/promises';
import { api } from '@pagerduty/pdjs';
import { AppError } from '@refrain/domain';
import type { z } from 'zod';
import { type Asked, errorFromAnswer, errorFromNoAnswer, notJson, parseBaseUrl } from '../provider-error.ts';

const publicPagerDuty = 'https://api.pagerduty.com';
const provider = 'PagerDuty';
const requestTimeoutMs = 30_000;
/** Requests that are left to the account's other users when this one waits for the count to start anew. */
const leftToOthers = 5;
/** What the library waits after a 429, three times over, whatever its headers say. */
const waitAfterTooManyMs = 20_000;
const longestPauseSeconds = 120;

export interface PagerDutyOptions {
  readonly userAgent?: string;
  readonly retryAfterMs?: number;
  readonly now?: () => number;
}

interface PagerDutyBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt: number;
}

export type Query = Readonly<Record<string, string | string[]>>;

export interface PagerDutyClient {
  /** @throws {AppError} for every answer but 2xx and for an answer that does not fit the schema */
  get<T extends z.ZodType>(
    path: string,
    query: Query,
    schema: T,
    what: string,
    signal: AbortSignal,
  ): Promise<z.output<T>>;
  /** What the last answer said; null before the first one, and where the provider says nothing. */
  budget(): PagerDutyBudget | null;
}

/**
 * PagerDuty's REST API through its own library, one request at a time. It pauses by itself when the answers say that the
 * budget is nearly used up, so that a 429 stays an accident.
 */
export function createPagerDutyClient(
  baseUrl: string | null,
  token: string,
  options: PagerDutyOptions,
): PagerDutyClient {
  const root = parseBaseUrl(baseUrl ?? publicPagerDuty, provider);
  const origin = new URL(root).origin;
  const now = options.now ?? Date.now;
  const pace: { budget: PagerDutyBudget | null } = { budget: null };

  async function get<T extends z.ZodType>(
    path: string,
    query: Query,
    schema: T,
    what: string,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const asked: Asked = { provider, origin, what };
    await pauseIfUsedUp(pace.budget, now(), signal).catch((thrown: unknown) => {
      throw errorFromNoAnswer(asked, thrown, signal);
    });
    const answer = await send(`${root}${path}`, query, token, options, signal).catch((thrown: unknown) => {
      throw errorFromNoAnswer(asked, thrown, signal);
    });
    pace.budget = budgetOf(answer.headers, now()) ?? pace.budget;
    if (answer.status < 200 || answer.status > 299) throw errorFromAnswer(asked, answer, now());
    if (answer.data === undefined) throw notJson(asked);
    const result = schema.safeParse(answer.data);
    if (result.success) return result.data;
    const paths = result.error.issues.slice(0, 3).map((issue) => issue.path.map(String).join('.') || 'the whole');
    throw new AppError(
      'provider_unexpected',
      `${provider}'s answer for ${what} does not have its documented form (${paths.join(', ')}): check the base address`,
      { context: { provider, origin } },
    );
  }

  return { get, budget: () => pace.budget };
}

interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the body is no JSON. */
  readonly data: unknown;
}

/** The library rejects with the response itself where the body is no JSON, and does not look at the status otherwise. */
async function send(
  url: string,
  query: Query,
  token: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<SentAnswer> {
  signal.throwIfAborted();
  const request = api({
    url, // `server` would speak https to whatever it is given
    token,
    headers: { 'User-Agent': options.userAgent ?? 'refrain' },
    queryParameters: { ...query },
    requestTimeout: 0, // its timer never stops a request, and keeps the process alive for 30 s
    retryTimeout: options.retryAfterMs ?? waitAfterTooManyMs,
    signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs + 3 * waitAfterTooManyMs)]),
  }).then(
    (answer) => answerOf(answer, answer.data),
    (thrown: unknown) => {
      if (isResponse(thrown)) return answerOf(thrown, undefined);
      throw thrown;
    },
  );
  return orAborted(request, signal);
}

interface ResponseLike {
  readonly status: number;
  readonly headers: Headers;
}

function answerOf({ status, headers }: ResponseLike, data: unknown): SentAnswer {
  const picked = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(picked), data };
}

function isResponse(thrown: unknown): thrown is ResponseLike {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'status' in thrown;
}

/** The library's wait after a 429 knows no signal: the caller need not wait with it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function budgetOf(headers: SentAnswer['headers'], now: number): PagerDutyBudget | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => {
    const value = headers[`ratelimit-${name}`];
    return value === undefined || value === '' ? Number.NaN : Number(value);
  });
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  if (![limit, remaining, reset].every((value) => Number.isFinite(value) && value >= 0)) return null;
  return { limit, remaining, resetsAt: now + reset * 1_000 };
}

async function pauseIfUsedUp(budget: PagerDutyBudget | null, now: number, signal: AbortSignal): Promise<void> {
  if (budget === null || budget.remaining > Math.min(leftToOthers, budget.limit / 2)) return;
  const pauseMs = Math.min(budget.resetsAt - now, longestPauseSeconds * 1_000);
  if (pauseMs > 0) await sleep(pauseMs, undefined, { signal });
}
