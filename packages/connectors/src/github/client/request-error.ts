import { AppError } from '@refrain/domain';
import { z } from 'zod';
import {
  type ErrorResponse,
  errorFromNoResponse,
  errorFromResponse,
  type RequestTarget,
  responseTooLarge,
} from '../../requests/provider-error.ts';
import { backedOffHeader } from './octokit.ts';
import { tooLargeHeader } from './read-full-response.ts';
import type { RequestIdentity } from './request.ts';

/** Octokit's error contains the request with its headers, so only these fields are used. */
const FailedRequest = z.object({
  message: z.string().optional(),
  request: z.object({ url: z.string() }).optional(),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

/** Returns GitHub's response to a failed request; null if there was none. */
export function answerOf(thrown: unknown): ErrorResponse | null {
  const failed = FailedRequest.safeParse(thrown);
  if (!failed.success) return null;
  const { response, message } = failed.data;
  return { ...response, ...(message === undefined ? {} : { message }) };
}

/** Creates the error that Octokit would throw for a refused request, since refused GraphQL queries have status 200. */
export function refusedQuery(
  refusal: { readonly status: number; readonly message: string },
  headers: ErrorResponse['headers'],
) {
  return Object.assign(new Error(refusal.message), { response: { status: refusal.status, headers } });
}

/** Tells whether the response was created here because the shared limits refused the request. */
export function isBackedOff(answer: ErrorResponse): boolean {
  return answer.headers[backedOffHeader] !== undefined;
}

export function errorOf(target: RequestTarget, as: RequestIdentity, thrown: unknown, signal: AbortSignal): AppError {
  const answer = answerOf(thrown);
  if (answer === null) return errorFromNoResponse(target, thrown, signal);
  const limit = Number(answer.headers[tooLargeHeader] ?? Number.NaN);
  if (limit > 0) return responseTooLarge(target, limit);
  const error = errorFromResponse(target, answer);
  const url = FailedRequest.safeParse(thrown).data?.request?.url ?? '';
  const known = as.kind === 'token' ? null : appRejected(error, answer, url);
  return known ?? explainRefusal(error, answer);
}

/**
 * Creates an error for an App that was uninstalled, suspended or given another key. GitHub reports this when a token is
 * requested.
 */
function appRejected(error: AppError, answer: ErrorResponse, url: string): AppError | null {
  const { status } = answer;
  const isTokenRequest = /\/app\/installations\/\d+\/access_tokens$/u.test(url.split('?')[0] ?? '');
  const reject = (reason: string): AppError => new AppError('credential_rejected', reason, { context: error.context });
  if (status === 403 && hasWords(answer, 'suspended')) {
    return reject('The GitHub App is suspended in this account: unsuspend it under Settings → GitHub Apps there');
  }
  if (isTokenRequest && status === 404) {
    return reject('The GitHub App is not installed in this account any more: install it again, and connect anew');
  }
  if (status === 401) {
    return reject(
      'GitHub refuses the App (401): its key was deleted, or it is not installed any more, so connect anew',
    );
  }
  return null;
}

/** Explains a 403 that is not a missing permission, by known messages of GitHub. */
function explainRefusal(error: AppError, answer: ErrorResponse): AppError {
  if (error.code !== 'permission_missing') return error;
  const { context } = error;
  if (answer.headers['x-github-sso'] !== undefined || hasWords(answer, 'saml')) {
    const advice = 'authorise it by "Configure SSO" beside it in GitHub’s settings';
    return new AppError(error.code, `The token is not authorised for the organisation's single sign-on: ${advice}`, {
      context,
    });
  }
  if (hasWords(answer, 'ip allow list')) {
    const advice = "add this server's address to its IP allow list";
    return new AppError(error.code, `The organisation has an IP allow list: ${advice}`, { context });
  }
  if (hasWords(answer, 'forbids access via a')) {
    const advice = 'connect by GitHub App, or ask its owner to allow the token';
    return new AppError(error.code, `The organisation does not allow this kind of token: ${advice}`, { context });
  }
  if (hasWords(answer, 'archived')) {
    return new AppError('conflict', 'The repository is archived and cannot be written to: choose another one', {
      context,
    });
  }
  return error;
}

function hasWords({ message = '' }: ErrorResponse, words: string): boolean {
  return message.slice(0, 1_000).toLowerCase().includes(words);
}
