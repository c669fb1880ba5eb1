import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type Instant } from '@refrain/domain';
import type { z } from 'zod';
import type { ProviderOptions } from '../../contract/provider-options.ts';
import {
  createNotJsonError,
  createUnexpectedFormatError,
  parseBaseUrl,
  type RequestTarget,
} from '../../requests/provider-error.ts';
import { readResponseTime } from '../../requests/read-response-time.ts';
import { refuseDotSegments } from '../../requests/refuse-dot-segments.ts';
import { createRequestBudgets, type RequestBudget } from '../../requests/request-budgets.ts';
import { createPagerDutyAuthorisation } from './authorisation.ts';
import { pagerDutyApiRoots, parsePagerDutyCredential } from './credential.ts';
import { createPagerDutyRequestSender, type PagerDutyRequest } from './sender.ts';

const provider = 'PagerDuty';
const waitAfterFailureMs = 1_000;
/** Background requests have more attempts, because after a failed request a job repeats a whole page. */
const attemptsInBackground = 4;
const attemptsForPeople = 2;

export type PagerDutyOptions = Omit<ProviderOptions, 'download' | 'isErased' | 'share'>;

export interface PagerDutyClient {
  readonly key: string;
  /** Sends a request. Throws for every response except 2xx, and if the response does not match the schema. */
  request<T extends z.ZodType>(request: PagerDutyRequest, schema: T): Promise<z.output<T>>;
  /** Returns the budget that the last response reported; null if unknown. */
  budget(): RequestBudget | null;
  /** Returns the time of the last response by PagerDuty's clock; null before the first response. */
  respondedAt(): Instant | null;
  /** Returns the scopes that PagerDuty has granted to the app; null for an API key. */
  scopes(): Promise<readonly string[] | null>;
}

/** Opens a client whose requests stop when the signal is aborted. */
type OpenPagerDutyClient = (signal: AbortSignal) => PagerDutyClient;

export interface PagerDutyClients {
  /** Client for background work, which leaves a tenth of the request budget to interactive requests. */
  readonly background: OpenPagerDutyClient;
  /** Client for requests that a person waits for. It may use almost the whole budget, and makes fewer attempts. */
  readonly interactive: OpenPagerDutyClient;
}

/** Reads are retried after a 5xx or a broken connection; writes are not, as the first attempt may have succeeded. */
export function createPagerDutyClients(
  baseUrl: string | null,
  credential: string,
  options: PagerDutyOptions,
): PagerDutyClients {
  const parsed = parsePagerDutyCredential(credential);
  const region = parsed.kind === 'pagerduty_app' ? parsed.region : 'us';
  const root = parseBaseUrl(baseUrl ?? pagerDutyApiRoots[region], provider);
  const origin = new URL(root).origin;
  const authorisation = createPagerDutyAuthorisation(parsed, options);
  const { key } = authorisation;
  const budgets = options.budgets ?? createRequestBudgets(options.now);
  const send = createPagerDutyRequestSender(root, authorisation, { ...options, budgets });

  let lastRespondedAt: Instant | null = null;
  const openClient = (isBackground: boolean, signal: AbortSignal): PagerDutyClient => ({
    key,
    scopes: () => authorisation.scopes(signal),
    budget: () => budgets.find(key),
    respondedAt: () => lastRespondedAt,
    async request(request, schema) {
      const target: RequestTarget = { provider, origin, what: request.what };
      refuseDotSegments(target, request.path);
      const sendOnce = () => send(request, target, isBackground, signal);
      const isRead = (request.method ?? 'GET') === 'GET';
      const tries = isRead ? (isBackground ? attemptsInBackground : attemptsForPeople) : 1;
      const { data, headers } = await withRetries(sendOnce, tries, options.retryAfterMs ?? waitAfterFailureMs, signal);
      lastRespondedAt = readResponseTime(headers) ?? lastRespondedAt;
      return parseResponse(data, schema, target);
    },
  });
  return {
    background: (signal) => openClient(true, signal),
    interactive: (signal) => openClient(false, signal),
  };
}

/** Retries after a transient error; each wait is three times as long as the previous one. */
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
  if (data === undefined) throw createNotJsonError(target);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw createUnexpectedFormatError(target, result.error);
}

/** Returns an error handler that returns `value` if the resource is missing or the plan or credential forbids it. */
export function createMissingDataHandler<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found'))
      return value;
    throw thrown;
  };
}
