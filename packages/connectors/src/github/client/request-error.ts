import { AppError } from '@refrain/domain';
import { z } from 'zod';
import {
  createNoResponseError,
  createResponseError,
  createResponseTooLargeError,
  type ErrorResponse,
  type RequestTarget,
} from '../../requests/provider-error.ts';
import { exceededSizeLimitHeader, refusedBySharedLimitsHeader } from './octokit.ts';
import type { RequestIdentity } from './request.ts';

/** The fields of Octokit's error that contain no credential. Its other fields contain the request headers. */
const FailedRequest = z.object({
  message: z.string().optional(),
  request: z.object({ url: z.string() }).optional(),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

export function findErrorResponse(thrown: unknown): ErrorResponse | null {
  const failed = FailedRequest.safeParse(thrown);
  if (!failed.success) return null;
  const { response, message } = failed.data;
  return { ...response, ...(message === undefined ? {} : { message }) };
}

/** Creates an error like Octokit's for a failed GraphQL query, whose HTTP status is 200. */
export function createGraphQlQueryError(
  refusal: { readonly status: number; readonly message: string },
  headers: ErrorResponse['headers'],
) {
  return Object.assign(new Error(refusal.message), { response: { status: refusal.status, headers } });
}

export function isRefusedBySharedLimits(answer: ErrorResponse): boolean {
  return answer.headers[refusedBySharedLimitsHeader] !== undefined;
}

export function mapRequestError(
  target: RequestTarget,
  as: RequestIdentity,
  thrown: unknown,
  signal: AbortSignal,
): AppError {
  const answer = findErrorResponse(thrown);
  if (answer === null) return createNoResponseError(target, thrown, signal);
  const limit = Number(answer.headers[exceededSizeLimitHeader] ?? Number.NaN);
  if (limit > 0) return createResponseTooLargeError(target, limit);
  const error = createResponseError(target, answer);
  const url = FailedRequest.safeParse(thrown).data?.request?.url ?? '';
  const known = as.kind === 'token' ? null : appRejected(error, answer, url);
  return known ?? explainRefusal(error, answer);
}

/** Returns an error with advice if an App was uninstalled, suspended or given another key; null otherwise. */
function appRejected(error: AppError, answer: ErrorResponse, url: string): AppError | null {
  const { status } = answer;
  const isTokenRequest = /\/app\/installations\/\d+\/access_tokens$/u.test(url.split('?')[0] ?? '');
  const reject = (reason: string): AppError => new AppError('credential_rejected', reason, { context: error.context });
  if (status === 403 && hasWords(answer, 'suspended')) {
    return reject('The GitHub App is suspended in this account: unsuspend it under Settings → GitHub Apps there');
  }
  if (isTokenRequest && status === 404) {
    return reject('The GitHub App is no longer installed on this account: install it again, and reconnect');
  }
  if (status === 401) {
    return reject('GitHub rejects the App (401): its key was deleted, or it is no longer installed, so reconnect');
  }
  return null;
}

/** Words in the message of a 403 that show another reason than a missing permission. */
const explanations: readonly (readonly [words: string, message: string])[] = [
  [
    'saml',
    'The token is not authorised for the organisation\'s single sign-on: authorise it with "Configure SSO" next to the token in GitHub’s settings',
  ],
  ['ip allow list', "The organisation has an IP allow list: add this server's IP address to the list"],
  [
    'forbids access via a',
    'The organisation does not allow this kind of token: connect through a GitHub App, or ask its owner to allow the token',
  ],
];

function explainRefusal(error: AppError, answer: ErrorResponse): AppError {
  if (error.code !== 'permission_missing') return error;
  const { context } = error;
  const isSignOn = answer.headers['x-github-sso'] !== undefined;
  const [, message] = (isSignOn ? explanations[0] : explanations.find(([words]) => hasWords(answer, words))) ?? [];
  if (message !== undefined) return new AppError(error.code, message, { context });
  if (!hasWords(answer, 'archived')) return error;
  return new AppError('conflict', 'The repository is archived and therefore read-only: choose another one', {
    context,
  });
}

function hasWords({ message = '' }: ErrorResponse, words: string): boolean {
  return message.slice(0, 1_000).toLowerCase().includes(words);
}
