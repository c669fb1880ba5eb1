import { AppError } from '@refrain/domain';
import { performWrite, type WriteLog } from './write-log.ts';

/** A change of the subscription to a provider's events, as it is sent. */
export interface WebhookChange {
  readonly method: string;
  readonly path: string;
  /** The account or repository whose events it delivers. */
  readonly place: string;
  readonly content: unknown;
}

/**
 * Sends a webhook change through the log. It cannot be undone alone, since it would be made again as long as the
 * account is connected. A dry run does not block it, because without it no events would arrive.
 */
export async function performWebhookWrite<T>(
  log: WriteLog,
  { method, path, place, content }: WebhookChange,
  send: () => Promise<T>,
): Promise<T> {
  const kept = content === undefined ? {} : { sent: withoutSecrets(content) };
  const reason = { why: 'The provider tells of its events by it', by: 'the connection' };
  const written = await performWrite(
    log,
    { action: 'set_up_webhook', place, content: { method, path, ...kept }, ...reason },
    async () => ({ answer: await send() }),
    () => ({ url: null, undo: null }),
  );
  if (written === null) throw new AppError('conflict', 'The log of writes blocked the setup of a webhook');
  return written.answer;
}

/** Removes the signing secret, and the last part of the address, which must stay unguessable. */
function withoutSecrets(content: unknown): unknown {
  const text = JSON.stringify(content, (name, value: unknown) => {
    if (name === 'secret') return undefined;
    return name === 'url' && typeof value === 'string' ? value.replace(/\/[^/]*$/u, '/…') : value;
  });
  return JSON.parse(text);
}
