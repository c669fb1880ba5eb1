import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError, type RawRecord } from '@refrain/domain';
import { describeExceededJsonLimit } from './json-limits.ts';

export interface WebhookDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body exactly as received, over which the signature is computed. */
  readonly body: Buffer;
}

/** The name of an event that arrives without a valid one. Records of this type are always shown to users. */
const nameless = 'unknown';

/** Returns an event name, or `unknown` if it is missing or not in the provider's format. */
export function parseEventName(given: string | undefined, form: RegExp): string {
  return given !== undefined && form.test(given) ? given : nameless;
}

/** Parses a verified body as JSON. Keeps invalid JSON, and JSON beyond the limits, as text. */
export function parseWebhookBody(body: Buffer): RawRecord['payload'] {
  const text = body.toString('utf8');
  if (describeExceededJsonLimit(body) !== null) return { unreadable: text };
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { unreadable: text };
  }
}

/** Throws `invalid_input` for an event without a valid name or body, so that the event is shown to users. */
export function assertReadableEvent({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): void {
  const name = /^[a-z]+\.event\.(.+)$/u.exec(type)?.[1];
  if (name === undefined) return;
  const problem = problemOf(payload) ?? (name === nameless ? 'its kind is missing' : null);
  if (problem === null) return;
  throw new AppError(
    'invalid_input',
    `Cannot read the event: ${problem}. Compare it with the provider's delivery log, and make proxies pass on all headers`,
  );
}

/** Tells whether the body of an event is an object that `parseWebhookBody` could read. */
export function isReadableEvent(payload: unknown): boolean {
  return problemOf(payload) === null;
}

function problemOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 'its body is not a JSON object';
  const [[key, text] = [], ...others] = Object.entries(payload);
  return key === 'unreadable' && typeof text === 'string' && others.length === 0
    ? 'its body is not JSON, is nested too deep, or has too many values'
    : null;
}

/** Tells whether a hexadecimal signature is the HMAC-SHA256 of the body. Compares in constant time. */
export function hasValidSignature(signature: string, body: Buffer, secret: string): boolean {
  if (secret === '' || !/^[\da-f]{64}$/iu.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(body).digest());
}

export function createInvalidSignatureError(provider: string): AppError {
  return new AppError(
    'signature_invalid',
    `The delivery is not signed with this connection's secret: set the same secret in ${provider}'s webhook settings`,
  );
}
