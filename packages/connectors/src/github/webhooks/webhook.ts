import { AppError, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../../records/delivery-key.ts';
import { isSignedBy, signatureInvalid } from '../../webhooks/signature.ts';
import type { WebhookDelivery } from '../../webhooks/webhook-delivery.ts';
import { eventName, isReadable, parseBody } from '../../webhooks/webhook-event.ts';
import { eventOfBody, isReadEvent } from './body-event.ts';

/**
 * Turns a GitHub delivery into one record of type `github.event.<name>`. Its key is the digest of the body, because the
 * signature covers nothing else, and a redelivery has the same body. A body could be sent first under another name to
 * block the genuine delivery: therefore an event that is read must match its body, and all other names have separate
 * keys. An App receives the events of all checks, and only people's actions on its own checks are kept.
 * @throws {AppError} `signature_invalid`; `invalid_input` for a body of another event than the header names
 */
export function receiveGitHubWebhook({ headers, body }: WebhookDelivery, secrets: readonly string[]): RawRecord[] {
  const [algorithm, signature] = (headers['x-hub-signature-256'] ?? '').split('=', 2);
  if (algorithm !== 'sha256' || !secrets.some((secret) => isSignedBy(signature ?? '', body, secret)))
    throw signatureInvalid('GitHub');
  const event = eventName(headers['x-github-event'], /^[a-z\d_]{1,60}$/u);
  const payload = parseJson(body);
  const isRead = isReadEvent(event);
  if (isRead && isReadable(payload) && eventOfBody(payload) !== event) {
    throw new AppError(
      'invalid_input',
      `The header X-GitHub-Event names ${event}, but the body is of another event: a proxy in between must pass on both unchanged`,
    );
  }
  if (/^check_(?:run|suite)$/u.test(event) && Routine.safeParse(payload).success) return [];
  const key = isRead ? digestOf(body) : `other/${digestOf(body)}`;
  return [{ type: `github.event.${event}`, deliveryKey: `event/${key}`, payload }];
}

/** Progress of checks of any App: many for each push. */
const Routine = z.looseObject({ action: z.enum(['requested', 'created', 'completed']) });

/** GitHub sends JSON either directly or in the form field `payload`, depending on its settings. */
function parseJson(body: Buffer): unknown {
  if (!body.subarray(0, formField.length).equals(formField)) return parseBody(body);
  const end = body.indexOf('&');
  return parseBody(decodeField(body.subarray(formField.length, end === -1 ? body.length : end)));
}

const formField = Buffer.from('payload=');
const [plus, space] = [0x2b, 0x20];

/**
 * Decodes a field of a form; returns one that cannot be decoded unchanged. `URLSearchParams` and `replaceAll` take 4 to
 * 6 s for 24 MB of `+`.
 */
function decodeField(field: Buffer): Buffer {
  const spaced = field.map((byte) => (byte === plus ? space : byte));
  try {
    return Buffer.from(decodeURIComponent(Buffer.from(spaced).toString()));
  } catch {
    return field;
  }
}
