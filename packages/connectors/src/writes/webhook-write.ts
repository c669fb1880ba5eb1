import { AppError } from '@refrain/domain';
import { performWrite, type WriteLog } from './write-log.ts';

export interface WebhookWrite {
  readonly method: string;
  readonly path: string;
  /** The account or repository whose events the webhook delivers. */
  readonly target: string;
  readonly content: unknown;
}

/** Sends and logs a webhook change. A dry run still sends it, because otherwise no events would arrive. */
export async function performWebhookWrite<T>(
  log: WriteLog,
  { method, path, target, content }: WebhookWrite,
  send: () => Promise<T>,
): Promise<T> {
  const kept = content === undefined ? {} : { sent: withoutSecrets(content) };
  const reason = { why: 'The provider sends its events by this webhook', by: 'the connection' };
  const written = await performWrite(
    log,
    { action: 'set_up_webhook', target, content: { method, path, ...kept }, ...reason },
    async () => ({ answer: await send() }),
    () => ({ url: null, undo: null }),
  );
  if (written === null)
    throw new AppError('conflict', 'The webhook was not set up, because the write log refused the write: try again');
  return written.answer;
}

/** Removes the signing secret, and the last segment of the URL, which serves as a secret. */
function withoutSecrets(content: unknown): unknown {
  const text = JSON.stringify(content, (name, value: unknown) => {
    if (name === 'secret') return undefined;
    return name === 'url' && typeof value === 'string' ? value.replace(/\/[^/]*$/u, '/…') : value;
  });
  return JSON.parse(text);
}
