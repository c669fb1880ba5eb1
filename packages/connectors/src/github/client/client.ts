import { AppError, type ErrorCode, type WriteReason } from '@refrain/domain';
import { z } from 'zod';
import {
  createNoResponseError,
  createNotJsonError,
  createUnexpectedFormatError,
  parseBaseUrl,
  type RequestTarget,
} from '../../requests/provider-error.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import { parseGitHubCredential } from './credential.ts';
import { findGraphQlUrl, type GraphQlQuery } from './graphql.ts';
import type { GitHubIdentity } from './octokit.ts';
import type { GitHubRequest, GitHubResponse, RequestIdentity } from './request.ts';
import { createGitHubRequestSender, type GitHubOptions } from './sender.ts';

export const publicGitHubApiUrl = 'https://api.github.com';
const provider = 'GitHub';

export type { GitHubOptions, GitHubRequest, GitHubResponse, RequestIdentity };

/** A client for one caller. The caller's signal stops its requests. */
export interface GitHubClient {
  readonly baseUrl: string;
  readonly identity: RequestIdentity;
  isErased(name: string, id: string): Promise<boolean>;
  /** The same client for requests that a person waits for. They may use the reserved tenth of the hourly budget. */
  readonly urgent: GitHubClient;
  /** Throws for every response except 2xx, and if the response does not match the schema. */
  request<T extends z.ZodType>(request: GitHubRequest, schema: T): Promise<GitHubResponse<z.output<T>>>;
  /** Sends a request like `request`, but returns null for statuses in `none`, which mean a missing resource. */
  requestIfAny<T extends z.ZodType>(
    request: GitHubRequest,
    none: readonly number[],
    schema: T,
  ): Promise<GitHubResponse<z.output<T>> | null>;
  /**
   * Sends a request like `requestIfAny`, or returns `'unchanged'` if the ETag of an earlier response (`validator`)
   * still matches. Such a response does not count against the hourly budget.
   */
  requestIfChanged<T extends z.ZodType>(
    request: GitHubRequest,
    validator: string | null,
    none: readonly number[],
    schema: T,
  ): Promise<GitHubResponse<z.output<T>> | 'unchanged' | null>;
  /**
   * Sends one GraphQL query in place of many REST requests. Returns null if the caller must use REST instead: for this
   * query after a failure, and for all queries if the credential cannot use GraphQL.
   */
  query<T extends z.ZodType>(query: GraphQlQuery, schema: T): Promise<z.output<T> | null>;
}

/** A client for writes, and what `performWrite` needs to log them. */
export interface GitHubWriteContext {
  readonly client: GitHubClient;
  readonly log: WriteLog;
  readonly reason: WriteReason;
}

type OpenGitHubClient = (signal: AbortSignal) => GitHubClient;

export function createGitHubClient(
  baseUrl: string | null,
  credential: string,
  options: GitHubOptions,
): OpenGitHubClient {
  return createGitHubClientForIdentity(baseUrl, parseGitHubCredential(credential), options);
}

/** Creates a client. Reads are retried after a 5xx or broken connection; writes are not, as they may have succeeded. */
export function createGitHubClientForIdentity(
  baseUrl: string | null,
  identity: GitHubIdentity,
  options: GitHubOptions,
): OpenGitHubClient {
  const root = parseBaseUrl(baseUrl ?? publicGitHubApiUrl, provider);
  const origin = new URL(root).origin;
  const as = identityOf(identity);
  const send = createGitHubRequestSender(root, identity, as, options);
  let supportsQueries = true;

  function clientFor(signal: AbortSignal, isUrgent: boolean): Omit<GitHubClient, 'urgent'> {
    const client: Omit<GitHubClient, 'urgent'> = {
      baseUrl: root,
      identity: as,
      isErased: options.isErased ?? (async () => false),
      async requestIfChanged(request, validator, none, schema) {
        try {
          const { status, data, headers } = await send(request, validator, isUrgent, signal);
          if (status === 304) return 'unchanged';
          const result = schema.safeParse(data);
          if (result.success) return { status, data: result.data, headers };
          throw unreadableBody({ provider, origin, what: request.what }, { data, headers }, result.error, signal);
        } catch (thrown) {
          const isNone = thrown instanceof AppError && none.includes(Number(thrown.context.status));
          // GitHub may report a rate limit as 403, which does not mean that the resource is missing.
          if (isNone && thrown.code !== 'rate_limited') return null;
          throw thrown;
        }
      },
      async requestIfAny(request, none, schema) {
        const answer = await client.requestIfChanged(request, null, none, schema);
        return answer === 'unchanged' ? null : answer;
      },
      async request(request, schema) {
        const answer = await client.requestIfAny(request, [], schema);
        if (answer === null) throw createNotJsonError({ provider, origin, what: request.what });
        return answer;
      },
      async query<T extends z.ZodType>({ query, variables, what }: GraphQlQuery, schema: T) {
        if (!supportsQueries) return null;
        const request = { method: 'POST', url: findGraphQlUrl(root), parameters: { query, variables }, what } as const;
        try {
          const answer = await client.requestIfAny(request, [], z.object({ data: schema as z.ZodType<z.output<T>> }));
          return answer?.data.data ?? null;
        } catch (thrown) {
          const code = thrown instanceof AppError ? thrown.code : null;
          if (code !== null && refusalCodes.includes(code)) supportsQueries = false;
          else if (code !== 'provider_failed' && code !== 'provider_unreachable') throw thrown;
          return null;
        }
      },
    };
    return client;
  }

  return (signal) => {
    const urgent: GitHubClient = {
      ...clientFor(signal, true),
      get urgent() {
        return urgent;
      },
    };
    return { ...clientFor(signal, false), urgent };
  };
}

/** Errors after which GraphQL is not tried again. REST may still work. */
const refusalCodes: readonly ErrorCode[] = ['conflict', 'not_found', 'permission_missing', 'provider_unexpected'];

function identityOf(identity: GitHubIdentity): RequestIdentity {
  if (identity === null) return { kind: 'nobody' };
  if (identity.kind === 'token') return { kind: 'token', isFineGrained: identity.token.startsWith('github_pat_') };
  if (identity.kind === 'github_app_key') return { kind: 'github_app_key' };
  return { kind: 'github_app', installationId: identity.installationId };
}

/** Creates the error for an unexpected body. Octokit returns truncated and non-JSON bodies as a string. */
function unreadableBody(
  target: RequestTarget,
  answer: Pick<GitHubResponse<unknown>, 'data' | 'headers'>,
  error: z.ZodError,
  signal: AbortSignal,
): AppError {
  if (typeof answer.data !== 'string') return createUnexpectedFormatError(target, error);
  const claimsJson = String(answer.headers['content-type'] ?? '').includes('json');
  return claimsJson ? createNoResponseError(target, new Error('truncated'), signal) : createNotJsonError(target);
}
