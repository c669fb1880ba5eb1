import type { OutboundConnections } from '@refrain/connectors';
import { AppError, isLoopbackHost } from '@refrain/domain';

export interface ReceiverUrl {
  readonly address: string;
  /** The URL without its path, because the path is a secret at Slack and most other services. */
  readonly shown: string;
}

/**
 * Parses the URL of a receiver of messages. The network of the host is checked again before each message.
 * @throws {AppError} `invalid_input`, whose message does not contain the URL
 */
export function parseReceiverUrl(text: string, { refuses }: Pick<OutboundConnections, 'refuses'>): ReceiverUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw refuse('is not a complete URL: begin it with https://');
  if (url.username !== '' || url.password !== '') throw refuse('must not contain a user or password');
  if (refuses(url.hostname)) throw refuse('is not public: to allow it, add its network to REFRAIN_PRIVATE_NETWORKS');
  if (isLoopbackHost(url.hostname)) {
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
