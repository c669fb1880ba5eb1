import { AppError, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../../records/delivery-key.ts';
import { isSignedBy, signatureInvalid } from '../../webhooks/signature.ts';
import type { WebhookDelivery } from '../../webhooks/webhook-delivery.ts';
import { eventName, isReadable, parseBody } from '../../webhooks/webhook-event.ts';
import { eventOfBody, isReadEvent } from './body-event.ts';

/**
 * Turns a GitHub delivery into one record of type `github.event.<name>`. Its key is the digest of the body, because the signature
 * covers nothing else: a redelivery has the same body. So that nobody takes the place of a delivery by sending its body first under
 * another name, the name of an event that is read has to fit the body, and all other names have keys of their own.
 * An App receives the events of all checks; only what someone did with one of its own counts.
 * @throws {AppError} `signature_invalid`; `invalid_input` for a body of another event than the header says
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
      `The header X-GitHub-Event says ${event}, and the body is of another event: a proxy in between has to pass on both unchanged`,
    );
  }
  if (/^check_(?:run|suite)$/u.test(event) && Routine.safeParse(payload).success) return [];
  const key = isRead ? digestOf(body) : `other/${digestOf(body)}`;
  return [{ type: `github.event.${event}`, deliveryKey: `event/${key}`, payload }];
}

/** What becomes of checks, anyone's: many in each push. */
const Routine = z.looseObject({ action: z.enum(['requested', 'created', 'completed']) });

/** GitHub sends JSON by itself, or in the form field `payload`, as its settings say. */
function parseJson(body: Buffer): unknown {
  if (!body.subarray(0, formField.length).equals(formField)) return parseBody(body);
  const end = body.indexOf('&');
  return parseBody(decodeField(body.subarray(formField.length, end === -1 ? body.length : end)));
}

const formField = Buffer.from('payload=');
const [plus, space] = [0x2b, 0x20];

/**
 * Decodes a field of a form; returns one that cannot be decoded as it is. `URLSearchParams` and `replaceAll` take 4 to 6 s for 24 MB
 * of `+`.
 */
function decodeField(field: Buffer): Buffer {
  const spaced = field.map((byte) => (byte === plus ? space : byte));
  try {
    return Buffer.from(decodeURIComponent(Buffer.from(spaced).toString()));
  } catch {
    return field;
  }
}
