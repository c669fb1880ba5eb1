import type { AppError } from '@refrain/domain';

const advice: Partial<Record<AppError['code'], string>> = {
  credential_rejected: 'connect the account again with a valid credential',
  permission_missing: 'give the credential this permission, or connect again with one that has it',
};

export interface ConnectionProblem {
  readonly subject: string;
  readonly problem: string;
}

export const accountProblemSubject = 'account';

/**
 * Describes an error that the owner of the connection must resolve, and what to do. Returns null for temporary errors and for
 * errors of this installation, such as a missing key. A missing permission or resource affects one stream; any other error affects
 * the account.
 */
export function findConnectionProblem(error: AppError, stream: string | null): ConnectionProblem | null {
  const todo = error.code === 'not_found' ? adviceForGone(stream) : advice[error.code];
  if (todo === undefined) return null;
  const message = error.message.includes(todo) ? error.message : `${error.message}; ${todo}`;
  const isOfStream = error.code === 'permission_missing' || error.code === 'not_found';
  return isOfStream && stream !== null
    ? { subject: stream, problem: `${stream}: ${message}` }
    : { subject: accountProblemSubject, problem: message };
}

function adviceForGone(stream: string | null): string {
  return stream === null
    ? 'connect the account again by its present name'
    : 'give the credential access to it again, or connect again and choose without it';
}
