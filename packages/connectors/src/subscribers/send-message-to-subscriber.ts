import { AppError, type Subscription, secondInMs } from '@refrain/domain';
import { Webhook } from 'standardwebhooks';
import { createNoResponseError } from '../requests/provider-error.ts';

const defaultTimeoutMs = 10 * secondInMs;
/** Bytes of a response that are read, so that the connection can be reused. Only the status is used. */
const maxRead = 65_536;

export interface MessageRecipient {
  readonly kind: Subscription['kind'];
  readonly address: string;
  readonly secret: string | null;
}

export interface SubscriberMessage {
  /** Message id, which is the same for retries so that receivers can recognise them. */
  readonly id: string;
  readonly body: unknown;
}

/**
 * Posts a message. Signs a message to a webhook as https://www.standardwebhooks.com specifies. Follows no redirects,
 * because their target is not the subscribed URL. Errors contain no URL, secret or response.
 */
export async function sendMessageToSubscriber(
  { kind, address, secret }: MessageRecipient,
  { id, body }: SubscriberMessage,
  request: typeof fetch,
  signal: AbortSignal,
  timeoutMs = defaultTimeoutMs,
): Promise<void> {
  const text = JSON.stringify(body);
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await request(address, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Refrain',
        ...(kind === 'webhook' ? signed(id, text, secret ?? '', Date.now()) : {}),
      },
      body: text,
      signal: AbortSignal.any([signal, limit]),
    });
    await readBounded(response);
    if (!response.ok) throw errorFrom(response);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (limit.aborted && !signal.aborted) {
      const message = `The receiver did not answer within ${timeoutMs / secondInMs} s`;
      throw new AppError('provider_unreachable', message);
    }
    const target = { provider: 'the receiver', origin: new URL(address).origin, what: 'a message' };
    throw createNoResponseError(target, thrown, signal);
  }
}

function signed(id: string, text: string, secret: string, now: number): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / secondInMs)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(now), text),
  };
}

async function readBounded({ body }: Response): Promise<void> {
  if (body === null) return;
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    // Leaving the loop closes the connection and discards the rest of the response.
    if (read > maxRead) return;
  }
}

function errorFrom({ status, headers }: Response): AppError {
  const fail = (code: AppError['code'], message: string, more: Record<string, number> = {}) =>
    new AppError(code, message, { context: { status, ...more } });
  if (status === 410) return fail('not_found', 'The receiver no longer exists (410): remove the subscription');
  if (status === 429 || status === 503) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.ceil(seconds) } : {};
    return fail('rate_limited', `The receiver is limiting requests (${status})`, wait);
  }
  if (status >= 500) return fail('provider_failed', `The receiver failed (${status})`);
  if (status >= 300 && status < 400) {
    return fail(
      'provider_unexpected',
      `The receiver redirects (${status}), which Refrain does not follow: subscribe the new URL`,
    );
  }
  return fail(
    'provider_unexpected',
    `The receiver refuses the message (${status}): check the URL and the format that it expects`,
  );
}
