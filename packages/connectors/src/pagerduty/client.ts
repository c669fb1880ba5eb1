import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import type { z } from 'zod';
import type { PagerDutyCredential } from '../credential.ts';
import { type Asked, errorFromAnswer, errorFromNoAnswer, notJson, parseBaseUrl } from '../provider-error.ts';
import { createRequestBudgets, type RequestBudget, type RequestBudgets } from '../request-budgets.ts';
import { countsRequests, type RequestLimits } from '../request-limits.ts';
import { type AuthorisationOptions, createAuthorisation } from './authorisation.ts';
import { budgetOf, pauseIfUsedUp } from './pace.ts';
import { type Query, type SentAnswer, send } from './send.ts';

const roots = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' };
const provider = 'PagerDuty';
/** What the library waits after a 429, three times over, whatever its headers say. */
const waitAfterTooManyMs = 20_000;
const waitAfterFailureMs = 1_000;
/** A page costs many requests: background work does not give it up for one that fails. A person is told sooner. */
const triesInBackground = 4;
const triesForPeople = 2;

export interface PagerDutyOptions extends AuthorisationOptions {
  readonly userAgent?: string;
  readonly retryAfterMs?: number;
  readonly limits?: RequestLimits;
  readonly budgets?: RequestBudgets;
}

export interface PagerDutyRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Query;
  readonly body?: object;
  /** What is asked for, in a person's words. */
  readonly what: string;
}

export interface PagerDutyClient {
  /** Names the credential without telling it. */
  readonly key: string;
  /** @throws {AppError} for every answer but 2xx and for an answer that does not fit the schema */
  ask<T extends z.ZodType>(request: PagerDutyRequest, schema: T, signal: AbortSignal): Promise<z.output<T>>;
  /** What the last answer said; null before the first one, and where the provider says nothing. */
  budget(): RequestBudget | null;
  /** Scopes of an app, asked for anew; null for an API key. */
  scopes(signal: AbortSignal): Promise<readonly string[] | null>;
}

export interface PagerDutyClients {
  /** Leaves a tenth of the budget to others. */
  readonly background: PagerDutyClient;
  /** For what a person waits for: may use the reserve, and gives up sooner. */
  readonly interactive: PagerDutyClient;
}

/**
 * PagerDuty's REST API through its own library, one request at a time. It waits for its turn in the limits that all
 * processes share, and pauses when the answers say that the budget is nearly used up. Reads are tried again after a 5xx or a
 * broken connection; writes never are, as nobody knows whether the first one was carried out.
 */
export function createPagerDutyClients(
  baseUrl: string | null,
  credential: PagerDutyCredential,
  options: PagerDutyOptions,
): PagerDutyClients {
  const region = credential.kind === 'pagerduty_app' ? credential.region : 'us';
  const root = parseBaseUrl(baseUrl ?? roots[region], provider);
  const origin = new URL(root).origin;
  const now = options.now ?? Date.now;
  const authorisation = createAuthorisation(credential, options);
  const budgets = options.budgets ?? createRequestBudgets(now);

  async function askOnce(
    request: PagerDutyRequest,
    asked: Asked,
    isBackground: boolean,
    signal: AbortSignal,
  ): Promise<SentAnswer> {
    const method = request.method ?? 'GET';
    const token = await authorisation.token(signal);
    try {
      if (countsRequests(root, budgets.find(authorisation.key))) {
        await options.limits?.take(authorisation.key, 'pagerduty', method === 'GET' ? 'read' : 'write', signal);
      }
      await pauseIfUsedUp(budgets.find(authorisation.key), isBackground, now(), signal);
      const { tokenType } = authorisation;
      const answer = await send(
        {
          method,
          url: `${root}${request.path}`,
          query: request.query ?? {},
          body: request.body,
          token,
          tokenType,
          userAgent: options.userAgent ?? 'refrain',
          retryTimeout: options.retryAfterMs ?? waitAfterTooManyMs,
        },
        signal,
      );
      const budget = budgetOf(answer.headers, now());
      if (budget !== null) budgets.keep(authorisation.key, budget);
      return answer;
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : errorFromNoAnswer(asked, thrown, signal);
    }
  }

  async function askAuthorised(
    request: PagerDutyRequest,
    asked: Asked,
    isBackground: boolean,
    signal: AbortSignal,
  ): Promise<SentAnswer> {
    const first = await askOnce(request, asked, isBackground, signal);
    const answer =
      first.status === 401 && authorisation.renew() ? await askOnce(request, asked, isBackground, signal) : first;
    if (answer.isBroken) throw errorFromNoAnswer(asked, null, signal);
    if (answer.status >= 200 && answer.status <= 299) return answer;
    throw await heldBack(errorFromAnswer(asked, answer, now()), answer);
  }

  /** After a 429 all processes wait, where it names no time each time longer. */
  async function heldBack(error: AppError, { headers }: SentAnswer): Promise<AppError> {
    if (error.code !== 'rate_limited' || options.limits === undefined) return error;
    const named = Number(headers['ratelimit-reset'] ?? headers['retry-after'] ?? Number.NaN);
    const seconds = await options.limits.holdBack(
      authorisation.key,
      'pagerduty',
      Number.isFinite(named) ? named : null,
    );
    return new AppError('rate_limited', `${provider} has had enough requests for now: try again in ${seconds} s`, {
      context: { ...error.context, retryAfterSeconds: seconds },
    });
  }

  function createClient(isBackground: boolean): PagerDutyClient {
    const tries = isBackground ? triesInBackground : triesForPeople;
    return {
      key: authorisation.key,
      budget: () => budgets.find(authorisation.key),
      scopes: authorisation.scopes,
      async ask(request, schema, signal) {
        const asked: Asked = { provider, origin, what: request.what };
        const once = () => askAuthorised(request, asked, isBackground, signal);
        const isRead = (request.method ?? 'GET') === 'GET';
        const waitMs = options.retryAfterMs ?? waitAfterFailureMs;
        const { data } = isRead ? await withRetries(once, tries, waitMs, signal) : await once();
        return parseAnswer(data, schema, asked);
      },
    };
  }

  return { background: createClient(true), interactive: createClient(false) };
}

/** Waits three times as long before each further try. */
async function withRetries<T>(work: () => Promise<T>, tries: number, waitMs: number, signal: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const mayPass =
      thrown instanceof AppError && (thrown.code === 'provider_failed' || thrown.code === 'provider_unreachable');
    if (!mayPass || tries <= 1) throw thrown;
    await sleep(waitMs, undefined, { signal }).catch(() => {
      throw thrown;
    });
    return withRetries(work, tries - 1, waitMs * 3, signal);
  }
}

function parseAnswer<T extends z.ZodType>(data: unknown, schema: T, asked: Asked): z.output<T> {
  if (data === undefined) throw notJson(asked);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 3).map((issue) => issue.path.map(String).join('.') || 'the whole');
  throw new AppError(
    'provider_unexpected',
    `${provider}'s answer for ${asked.what} does not have its documented form (${paths.join(', ')}): check the base address`,
    { context: { provider, origin: asked.origin } },
  );
}
