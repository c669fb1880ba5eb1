import { AppError, type Subscription, secondInMs } from '@refrain/domain';
import { Webhook } from 'standardwebhooks';
import { errorFromNoResponse } from '../requests/provider-error.ts';

/** The time that a receiver has to respond. */
const defaultTimeoutMs = 10 * secondInMs;
/** The most bytes of a response that are read so that its connection can be reused. Only the status matters. */
const maxRead = 65_536;

/** The destination of a message. Contains secrets. */
export interface MessageAddress {
  readonly kind: Subscription['kind'];
  readonly address: string;
  /** Signs the message; null for Slack. */
  readonly secret: string | null;
}

export interface Message {
  /** Stays the same when the message is sent again, so that a receiver can recognise it. */
  readonly id: string;
  /** Sent as JSON. */
  readonly body: unknown;
}

/**
 * Posts a message. A message to a webhook is signed by Standard Webhooks (https://www.standardwebhooks.com). Redirects
 * are not followed, since they lead to an address that nobody subscribed. Errors contain nothing of the address, the
 * secret or the response.
 * @throws {AppError} `provider_unreachable`, `provider_failed`, `rate_limited` with `retryAfterSeconds`, `not_found`
 * for an address that is gone, `provider_unexpected` for any other response but a success
 */
export async function sendMessage(
  { kind, address, secret }: MessageAddress,
  { id, body }: Message,
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
    throw errorFromNoResponse(target, thrown, signal);
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
    // Returning closes the connection and discards the rest.
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
    return fail('rate_limited', `The receiver limits requests (${status})`, wait);
  }
  if (status >= 500) return fail('provider_failed', `The receiver failed (${status})`);
  if (status >= 300 && status < 400) {
    return fail(
      'provider_unexpected',
      `The receiver redirects (${status}), which is not followed: subscribe the new address`,
    );
  }
  return fail(
    'provider_unexpected',
    `The receiver refuses the message (${status}): check the address and what it expects`,
  );
}
