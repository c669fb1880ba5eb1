import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type Instant } from '@refrain/domain';
import type { z } from 'zod';
import { notJson, parseBaseUrl, type RequestTarget, unexpectedForm } from '../../requests/provider-error.ts';
import { refuseDotSegments } from '../../requests/refuse-dot-segments.ts';
import { createRequestBudgets, type RequestBudget } from '../../requests/request-budgets.ts';
import { respondedAt } from '../../requests/responded-at.ts';
import { apiRoots } from './api-roots.ts';
import { type AuthorisationOptions, createAuthorisation } from './authorisation.ts';
import type { PagerDutyCredential } from './credential.ts';
import { createSender, type PagerDutyRequest, type SenderOptions } from './sender.ts';

const provider = 'PagerDuty';
const waitAfterFailureMs = 1_000;
/** Background work retries more often than a request that a person waits for, because a page costs many requests. */
const triesInBackground = 4;
const triesForPeople = 2;

export interface PagerDutyOptions extends AuthorisationOptions, SenderOptions {
  /** Milliseconds before a failed read is retried; 1,000 by default. */
  readonly retryAfterMs?: number;
}

export interface PagerDutyClient {
  /** Identifies the credential without revealing it. */
  readonly key: string;
  /** @throws {AppError} for every response but 2xx and for a response that does not match the schema */
  request<T extends z.ZodType>(request: PagerDutyRequest, schema: T, signal: AbortSignal): Promise<z.output<T>>;
  /** Returns the budget of the last response; null before the first one, and if PagerDuty reports none. */
  budget(): RequestBudget | null;
  /** Returns the time of the last response by PagerDuty's clock; null before the first one. */
  respondedAt(): Instant | null;
  /** Requests the scopes of an app; null for an API key. */
  scopes(signal: AbortSignal): Promise<readonly string[] | null>;
}

export interface PagerDutyClients {
  /** Reserves a tenth of the budget for others. */
  readonly background: PagerDutyClient;
  /** Serves requests that a person waits for: may use the reserve, and gives up sooner. */
  readonly interactive: PagerDutyClient;
}

/**
 * Creates clients of PagerDuty's REST API through its own library, which send one throttled request at a time
 * (`createSender`). Reads are retried after a 5xx or a broken connection. Writes never are, because the first one may
 * have been carried out.
 * @throws {AppError} `invalid_input` for an address that is no http(s) URL
 */
export function createPagerDutyClients(
  baseUrl: string | null,
  credential: PagerDutyCredential,
  options: PagerDutyOptions,
): PagerDutyClients {
  const region = credential.kind === 'pagerduty_app' ? credential.region : 'us';
  const root = parseBaseUrl(baseUrl ?? apiRoots[region], provider);
  const origin = new URL(root).origin;
  const authorisation = createAuthorisation(credential, options);
  const { key, scopes } = authorisation;
  const budgets = options.budgets ?? createRequestBudgets(options.now);
  const send = createSender(root, authorisation, { ...options, budgets });

  let lastRespondedAt: Instant | null = null;
  const createClient = (isBackground: boolean): PagerDutyClient => ({
    key,
    scopes,
    budget: () => budgets.find(key),
    respondedAt: () => lastRespondedAt,
    async request(request, schema, signal) {
      const target: RequestTarget = { provider, origin, what: request.what };
      refuseDotSegments(target, request.path);
      const sendOnce = () => send(request, target, isBackground, signal);
      const isRead = (request.method ?? 'GET') === 'GET';
      const tries = isRead ? (isBackground ? triesInBackground : triesForPeople) : 1;
      const { data, headers } = await withRetries(sendOnce, tries, options.retryAfterMs ?? waitAfterFailureMs, signal);
      lastRespondedAt = respondedAt(headers) ?? lastRespondedAt;
      return parseResponse(data, schema, target);
    },
  });
  return { background: createClient(true), interactive: createClient(false) };
}

/** Triples the wait before each further try. */
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

function parseResponse<T extends z.ZodType>(data: unknown, schema: T, target: RequestTarget): z.output<T> {
  if (data === undefined) throw notJson(target);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw unexpectedForm(target, result.error);
}
