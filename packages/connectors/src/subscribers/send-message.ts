import { AppError, type Subscription, secondInMs } from '@refrain/domain';
import { Webhook } from 'standardwebhooks';
import { errorFromNoResponse } from '../requests/provider-error.ts';

/** How long a receiver may take to answer. */
const defaultTimeoutMs = 10 * secondInMs;
/** Bytes of an answer that are read, so that its connection can be used again; nothing in it counts but its status. */
const maxRead = 65_536;

/** Where a message goes to. Holds secrets. */
export interface MessageAddress {
  readonly kind: Subscription['kind'];
  readonly address: string;
  /** Signs it; null for Slack. */
  readonly secret: string | null;
}

export interface Message {
  /** The same each time that it is sent, so that a receiver knows it again. */
  readonly id: string;
  /** Sent as JSON. */
  readonly body: unknown;
}

/**
 * Posts a message: to a webhook signed as Standard Webhooks (https://www.standardwebhooks.com) has it. A redirect is not
 * followed, as it would lead where nobody subscribed.
 * @throws {AppError} `provider_unreachable`, `provider_failed`, `rate_limited` with `retryAfterSeconds`, `not_found` for an
 *   address that is gone, `provider_unexpected` for any other answer but a success; nothing of address, secret or answer is in it
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
    const asked = { provider: 'the receiver', origin: new URL(address).origin, what: 'a message' };
    throw errorFromNoResponse(asked, thrown, signal);
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
    // Leaving the loop gives the rest up.
    if (read > maxRead) return;
  }
}

function errorFrom({ status, headers }: Response): AppError {
  const fail = (code: AppError['code'], message: string, more: Record<string, number> = {}) =>
    new AppError(code, message, { context: { status, ...more } });
  if (status === 410) return fail('not_found', 'The receiver says that it is gone (410)');
  if (status === 429 || status === 503) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.ceil(seconds) } : {};
    return fail('rate_limited', `The receiver wants to be asked later (${status})`, wait);
  }
  if (status >= 500) return fail('provider_failed', `The receiver failed (${status})`);
  if (status >= 300 && status < 400) {
    return fail(
      'provider_unexpected',
      `The receiver redirects (${status}), which is not followed: subscribe its new address`,
    );
  }
  return fail(
    'provider_unexpected',
    `The receiver refuses the message (${status}): check the address and what it expects`,
  );
}
