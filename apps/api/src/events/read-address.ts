import type { Outbound } from '@refrain/connectors';
import { AppError, isLoopback } from '@refrain/domain';

export interface ReadAddress {
  readonly address: string;
  /** The origin without the path, which is a secret for Slack and most other services. */
  readonly shown: string;
}

/**
 * Parses an address to which messages may be sent. Each message resolves its host name again.
 * @throws {AppError} `invalid_input`, without the address
 */
export function readAddress(text: string, { refuses }: Pick<Outbound, 'refuses'>): ReadAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw refuse('is not a complete address: begin it with https://');
  if (url.username !== '' || url.password !== '') throw refuse('may contain no user and no password');
  if (refuses(url.hostname)) throw refuse('is not public: name its network in REFRAIN_PRIVATE_NETWORKS to allow it');
  if (isLoopback(url.hostname)) {
    if (!/^https?:$/u.test(url.protocol)) throw refuse('has to be https or http');
  } else if (url.protocol !== 'https:') {
    throw refuse('has to be https');
  }
  url.hash = '';
  return { address: url.href, shown: `${url.origin}/…` };
}

function refuse(problem: string): AppError {
  return new AppError('invalid_input', `The \`address\` ${problem}.`);
}
