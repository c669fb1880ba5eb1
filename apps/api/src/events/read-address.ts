import type { Outbound } from '@refrain/connectors';
import { AppError, isLoopback } from '@refrain/domain';

export interface ReadAddress {
  readonly address: string;
  /** Whose it is: what follows in it lets in whoever knows it, with Slack and with most others. */
  readonly shown: string;
}

/**
 * An address that messages may be sent to. Where a name leads is looked at each time that one is sent.
 * @throws {AppError} `invalid_input`, without the address
 */
export function readAddress(text: string, { refuses }: Pick<Outbound, 'refuses'>): ReadAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw refuse('is no address: give all of it, from https:// on');
  if (url.username !== '' || url.password !== '') throw refuse('may hold no user and no password');
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
