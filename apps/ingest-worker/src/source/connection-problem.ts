import type { AppError } from '@refrain/domain';

const advice: Partial<Record<AppError['code'], string>> = {
  credential_rejected: 'connect the account again with a valid credential',
  permission_missing: 'give the credential this permission, or connect again with one that has it',
};

export interface Problem {
  /** `account`, or the stream that it is about. */
  readonly subject: string;
  readonly problem: string;
}

export const accountSubject = 'account';

/**
 * Why the connection needs its owner, and what to do; null where it does not: the error passes by itself, or is ours (a key that this
 * process lacks). A missing
 * permission and something that is gone are about the stream that met them, the rest is about the account as a whole.
 */
export function problemOf(error: AppError, stream: string | null): Problem | null {
  const todo = error.code === 'not_found' ? adviceForGone(stream) : advice[error.code];
  if (todo === undefined) return null;
  const message = error.message.includes(todo) ? error.message : `${error.message}; ${todo}`;
  const isOfStream = error.code === 'permission_missing' || error.code === 'not_found';
  return isOfStream && stream !== null
    ? { subject: stream, problem: `${stream}: ${message}` }
    : { subject: accountSubject, problem: message };
}

function adviceForGone(stream: string | null): string {
  return stream === null
    ? 'connect the account again by its present name'
    : 'give the credential access to it again, or connect again and choose without it';
}
