import { AppError, type ErrorCode } from '@refrain/domain';
import { z } from 'zod';
import {
  errorFromNoResponse,
  notJson,
  parseBaseUrl,
  type RequestTarget,
  unexpectedForm,
} from '../../requests/provider-error.ts';
import { parseGitHubCredential } from './credential.ts';
import { type GitHubQuery, graphQlUrl } from './graphql.ts';
import type { GitHubIdentity } from './octokit.ts';
import type { GitHubRequest, GitHubResponse, RequestIdentity } from './request.ts';
import { createSender, type GitHubOptions } from './sender.ts';

export const publicGitHub = 'https://api.github.com';
const provider = 'GitHub';

export type { GitHubOptions, GitHubRequest, GitHubResponse, RequestIdentity };

export interface GitHubClient {
  readonly baseUrl: string;
  readonly as: RequestIdentity;
  /** Tells by name and GitHub's id whether a repository was erased. */
  isErased(name: string, id: string): Promise<boolean>;
  /** The same client for requests that a person waits for, which may use the last tenth of the hour's requests. */
  readonly urgent: GitHubClient;
  /**
   * Sends a request.
   * @throws {AppError} for every response but 2xx, and for one that does not match the schema
   */
  request<T extends z.ZodType>(
    request: GitHubRequest,
    schema: T,
    signal: AbortSignal,
  ): Promise<GitHubResponse<z.output<T>>>;
  /** Sends a request like `request`, but returns null for the statuses that mean that nothing exists. */
  requestIfAny<T extends z.ZodType>(
    request: GitHubRequest,
    none: readonly number[],
    schema: T,
    signal: AbortSignal,
  ): Promise<GitHubResponse<z.output<T>> | null>;
  /**
   * Sends a request like `requestIfAny`, and returns `'unchanged'` if the validator, the `etag` of an earlier response,
   * still matches. Such a response does not count against the hour's requests.
   */
  requestIfChanged<T extends z.ZodType>(
    request: GitHubRequest,
    validator: string | null,
    none: readonly number[],
    schema: T,
    signal: AbortSignal,
  ): Promise<GitHubResponse<z.output<T>> | 'unchanged' | null>;
  /**
   * Sends one GraphQL query instead of many REST requests. Returns null if REST must be used: once after a failure, and
   * permanently if there is no GraphQL API or it is closed to this credential.
   * @param schema of the response's `data`, in which what GitHub could not return is null
   * @throws {AppError} `rate_limited`, `credential_rejected`, `unavailable`
   */
  query<T extends z.ZodType>(query: GitHubQuery, schema: T, signal: AbortSignal): Promise<z.output<T> | null>;
}

/** @param credential a token, or the JSON of an App */
export function createGitHubClient(baseUrl: string | null, credential: string, options: GitHubOptions): GitHubClient {
  return openGitHubClient(baseUrl, parseGitHubCredential(credential), options);
}

/**
 * Opens GitHub's REST and GraphQL APIs through Octokit with its throttling. Reads are retried after a 5xx or a broken
 * connection. Writes never are, because the first one may have been carried out.
 */
export function openGitHubClient(
  baseUrl: string | null,
  identity: GitHubIdentity,
  options: GitHubOptions,
): GitHubClient {
  const root = parseBaseUrl(baseUrl ?? publicGitHub, provider);
  const origin = new URL(root).origin;
  const as = identityOf(identity);
  const send = createSender(root, identity, as, options);
  let supportsQueries = true;

  function clientFor(urgent: boolean): Omit<GitHubClient, 'urgent'> {
    async function requestIfChanged<T extends z.ZodType>(
      request: GitHubRequest,
      validator: string | null,
      none: readonly number[],
      schema: T,
      signal: AbortSignal,
    ): Promise<GitHubResponse<z.output<T>> | 'unchanged' | null> {
      try {
        const { status, data, headers } = await send(request, validator, urgent, signal);
        if (status === 304) return 'unchanged';
        const result = schema.safeParse(data);
        if (result.success) return { status, data: result.data, headers };
        throw unreadable({ provider, origin, what: request.what }, { data, headers }, result.error, signal);
      } catch (thrown) {
        const isNone = thrown instanceof AppError && none.includes(Number(thrown.context.status));
        // GitHub reports a rate limit as 403 too, which must not be taken for a missing resource.
        if (isNone && thrown.code !== 'rate_limited') return null;
        throw thrown;
      }
    }
    async function requestIfAny<T extends z.ZodType>(
      request: GitHubRequest,
      none: readonly number[],
      schema: T,
      signal: AbortSignal,
    ): Promise<GitHubResponse<z.output<T>> | null> {
      const answer = await requestIfChanged(request, null, none, schema, signal);
      return answer === 'unchanged' ? null : answer;
    }
    return {
      baseUrl: root,
      as,
      isErased: options.isErased ?? (async () => false),
      requestIfChanged,
      requestIfAny,
      async request(request, schema, signal) {
        const answer = await requestIfAny(request, [], schema, signal);
        if (answer === null) throw notJson({ provider, origin, what: request.what });
        return answer;
      },
      async query<T extends z.ZodType>({ query, variables, what }: GitHubQuery, schema: T, signal: AbortSignal) {
        if (!supportsQueries) return null;
        const request = { method: 'POST', url: graphQlUrl(root), parameters: { query, variables }, what } as const;
        try {
          const answer = await requestIfAny(request, [], z.object({ data: schema as z.ZodType<z.output<T>> }), signal);
          return answer?.data.data ?? null;
        } catch (thrown) {
          const code = thrown instanceof AppError ? thrown.code : null;
          if (code !== null && refusalCodes.includes(code)) supportsQueries = false;
          else if (code !== 'provider_failed' && code !== 'provider_unreachable') throw thrown;
          return null;
        }
      },
    };
  }

  const urgent: GitHubClient = {
    ...clientFor(true),
    get urgent() {
      return urgent;
    },
  };
  return { ...clientFor(false), urgent };
}

/** Errors that GraphQL would return again, while REST may still work. */
const refusalCodes: readonly ErrorCode[] = ['conflict', 'not_found', 'permission_missing', 'provider_unexpected'];

function identityOf(identity: GitHubIdentity): RequestIdentity {
  if (identity === null) return { kind: 'nobody' };
  if (identity.kind === 'token') return { kind: 'token', isFineGrained: identity.token.startsWith('github_pat_') };
  if (identity.kind === 'github_app_key') return { kind: 'github_app_key' };
  return { kind: 'github_app', installationId: identity.installationId };
}

/** Octokit returns a body that was cut off, or that is not JSON, as a string. */
function unreadable(
  target: RequestTarget,
  answer: Pick<GitHubResponse<unknown>, 'data' | 'headers'>,
  error: z.ZodError,
  signal: AbortSignal,
): AppError {
  if (typeof answer.data !== 'string') return unexpectedForm(target, error);
  const claimsJson = String(answer.headers['content-type'] ?? '').includes('json');
  return claimsJson ? errorFromNoResponse(target, new Error('broken off'), signal) : notJson(target);
}
