import type { AppError } from '@refrain/domain';

const advice: Partial<Record<AppError['code'], string>> = {
  credential_rejected: 'connect the account again with a valid credential',
  permission_missing: 'give the credential this permission, or connect again with one that has it',
  misconfigured: 'connect the account again',
};

/**
 * Why the connection needs its owner, and what to do; null where it does not: the error passes by itself, or concerns
 * one stream only. A missing permission names the stream that met it.
 */
export function attentionReason(error: AppError, stream: string | null): string | null {
  const todo = advice[error.code];
  if (todo === undefined) return null;
  const place = error.code === 'permission_missing' && stream !== null ? `${stream}: ` : '';
  const message = error.message.includes(todo) ? error.message : `${error.message}; ${todo}`;
  return `${place}${message}`;
}

/** Whether a success of this stream (null: of the account as a whole) shows that the reason is over. */
export function isOver(reason: string | null, stream: string | null, streams: readonly string[]): boolean {
  const owner = streams.find((name) => reason?.startsWith(`${name}: `) === true);
  return owner === undefined || owner === stream;
}
