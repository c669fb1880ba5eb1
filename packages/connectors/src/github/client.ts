import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../delivery-key.ts';
import { type Asked, errorFromAnswer, errorFromNoAnswer, notJson, parseBaseUrl } from '../provider-error.ts';

const publicGitHub = 'https://api.github.com';
const provider = 'GitHub';
const requestTimeoutMs = 30_000;
/** A longer wait is the caller's: a job that sleeps for an hour holds its worker. */
const longestOwnWaitSeconds = 10;

export interface GitHubOptions {
  readonly userAgent?: string;
  readonly fetch?: typeof fetch;
  readonly retryAfterMs?: number;
}

export interface GitHubAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface GitHubRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  /** A path with `{name}` for parameters, or an absolute URL that a Link header gave. */
  readonly url: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What is asked for, in a person's words. */
  readonly what: string;
}

export interface GitHubClient {
  readonly baseUrl: string;
  /** @throws {AppError} for every answer but 2xx and for an answer that does not fit the schema */
  ask<T extends z.ZodType>(request: GitHubRequest, schema: T, signal: AbortSignal): Promise<GitHubAnswer<z.output<T>>>;
  /** As `ask`, but null where the status is one of those that mean "there is none". */
  askIfAny<T extends z.ZodType>(
    request: GitHubRequest,
    none: readonly number[],
    schema: T,
    signal: AbortSignal,
  ): Promise<GitHubAnswer<z.output<T>> | null>;
}

/**
 * GitHub's REST API through Octokit, with its throttling. Reads are tried again after a 5xx or a broken connection; writes
 * never are, as nobody knows whether the first one was carried out.
 */
export function createGitHubClient(baseUrl: string | null, token: string, options: GitHubOptions): GitHubClient {
  const root = parseBaseUrl(baseUrl ?? publicGitHub, provider);
  const origin = new URL(root).origin;
  const octokit = createOctokit(root, token, options);

  async function ask<T extends z.ZodType>(
    request: GitHubRequest,
    schema: T,
    signal: AbortSignal,
  ): Promise<GitHubAnswer<z.output<T>>> {
    const asked: Asked = { provider, origin, what: request.what };
    const method = request.method ?? 'GET';
    const answer = await send(octokit, { ...request, method }, signal).catch((thrown: unknown) => {
      throw errorOf(asked, thrown, signal);
    });
    const result = schema.safeParse(answer.data);
    if (!result.success) throw unreadable(asked, answer, result.error, signal);
    return { status: answer.status, data: result.data, headers: answer.headers };
  }

  return {
    baseUrl: root,
    ask,
    async askIfAny(request, none, schema, signal) {
      try {
        return await ask(request, schema, signal);
      } catch (thrown) {
        const isNone = thrown instanceof AppError && none.includes(Number(thrown.context.status));
        // GitHub says a rate limit by 403 as well: that is no "there is none".
        if (isNone && thrown.code !== 'rate_limited') return null;
        throw thrown;
      }
    },
  };
}

function createOctokit(root: string, token: string, options: GitHubOptions): Octokit {
  const send = options.fetch ?? fetch;
  const waitIfShort = (seconds: number, _request: unknown, _octokit: unknown, tries: number): boolean =>
    seconds <= longestOwnWaitSeconds && tries < 1;
  const Client = Octokit.plugin(retry, throttling);
  return new Client({
    auth: token,
    baseUrl: root,
    userAgent: options.userAgent ?? 'refrain',
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: {
      fetch: (url: string, init: RequestInit): Promise<Response> => {
        const timeout = AbortSignal.timeout(requestTimeoutMs);
        return send(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
      },
    },
    retry: { retries: 2, retryAfterBaseValue: options.retryAfterMs ?? 1_000, doNotRetry },
    throttle: {
      // The plugin keeps one queue per id in the whole process: the limits are per token.
      id: digestOf(`${root}\n${token}`),
      onRateLimit: waitIfShort,
      onSecondaryRateLimit: waitIfShort,
    },
  });
}

/** Every answer that is not the server's failing: trying again would only cost. 403 and 429 are the throttling's. */
const doNotRetry = Array.from({ length: 100 }, (_, index) => 400 + index);

function ignore(): void {}

interface SentAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

async function send(
  octokit: Octokit,
  { method, url, parameters }: GitHubRequest & { method: string },
  signal: AbortSignal,
): Promise<SentAnswer> {
  signal.throwIfAborted();
  const retries = method === 'GET' ? {} : { retries: 0 };
  return octokit.request(`${method} ${url}`, { ...parameters, request: { signal, ...retries } });
}

const FailedRequest = z.object({
  message: z.string().optional(),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

/** Octokit's error holds the request with its headers: only what is picked here leaves this file. */
function errorOf(asked: Asked, thrown: unknown, signal: AbortSignal): AppError {
  const failed = FailedRequest.safeParse(thrown);
  if (!failed.success) return errorFromNoAnswer(asked, thrown, signal);
  const { response, message } = failed.data;
  return errorFromAnswer(asked, { ...response, ...(message === undefined ? {} : { message }) });
}

/** Octokit gives a body that broke off, or that is no JSON, as a string. */
function unreadable(asked: Asked, answer: SentAnswer, error: z.ZodError, signal: AbortSignal): AppError {
  if (typeof answer.data !== 'string') return unexpectedForm(asked, error);
  const claimsJson = String(answer.headers['content-type'] ?? '').includes('json');
  return claimsJson ? errorFromNoAnswer(asked, new Error('broken off'), signal) : notJson(asked);
}

function unexpectedForm({ origin, what }: Asked, error: z.ZodError): AppError {
  const paths = error.issues.slice(0, 3).map((issue) => issue.path.map(String).join('.') || 'the whole');
  return new AppError(
    'provider_unexpected',
    `${provider}'s answer for ${what} does not have its documented form (${paths.join(', ')}): check the base address`,
    { context: { provider, origin } },
  );
}
