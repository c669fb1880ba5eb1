import { AppError, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { createShortHash } from '../../records/delivery-key.ts';
import {
  createInvalidSignatureError,
  hasValidSignature,
  isReadableEvent,
  parseEventName,
  parseWebhookBody,
  type WebhookDelivery,
} from '../../webhooks/webhook-event.ts';

/**
 * GitHub's signature does not cover the event name, so the body must match the name. Otherwise a copied body with
 * another name could block the genuine delivery. Of the events about checks, keeps only those that a person caused.
 */
export function receiveGitHubWebhook({ headers, body }: WebhookDelivery, secrets: readonly string[]): RawRecord[] {
  const [algorithm, signature] = (headers['x-hub-signature-256'] ?? '').split('=', 2);
  if (algorithm !== 'sha256' || !secrets.some((secret) => hasValidSignature(signature ?? '', body, secret)))
    throw createInvalidSignatureError('GitHub');
  const event = parseEventName(headers['x-github-event'], /^[a-z\d_]{1,60}$/u);
  const payload = parseJson(body);
  const isRead = isSupportedEvent(event);
  if (isRead && isReadableEvent(payload) && findEventNameOfBody(payload) !== event) {
    throw new AppError(
      'invalid_input',
      `The header X-GitHub-Event is ${event}, but the body belongs to another event: check that no proxy changes the header or the body`,
    );
  }
  if (/^check_(?:run|suite)$/u.test(event) && Routine.safeParse(payload).success) return [];
  const key = isRead ? createShortHash(body) : `other/${createShortHash(body)}`;
  return [{ type: `github.event.${event}`, deliveryKey: `event/${key}`, payload }];
}

/** Matches events about the progress of checks, of which there are many for each push. */
const Routine = z.looseObject({ action: z.enum(['requested', 'created', 'completed']) });

/** Parses the body, which is JSON or, depending on the hook's settings, a form with JSON in the field `payload`. */
function parseJson(body: Buffer): unknown {
  if (!body.subarray(0, formField.length).equals(formField)) return parseWebhookBody(body);
  const end = body.indexOf('&');
  return parseWebhookBody(decodeField(body.subarray(formField.length, end === -1 ? body.length : end)));
}

const formField = Buffer.from('payload=');
const [plus, space] = [0x2b, 0x20];

/** Decodes a form field. `URLSearchParams` and `replaceAll` would take 4 to 6 s for 24 MB of `+`. */
function decodeField(field: Buffer): Buffer {
  const spaced = field.map((byte) => (byte === plus ? space : byte));
  try {
    return Buffer.from(decodeURIComponent(Buffer.from(spaced).toString()));
  } catch {
    return field;
  }
}

const Something = z.looseObject({});

/**
 * Events that Refrain reads, each with a schema that recognises its body. The first match counts, because a body may
 * include objects of other events (https://docs.github.com/webhooks/webhook-events-and-payloads).
 */
const forms: readonly (readonly [event: string, form: z.ZodType])[] = [
  ['deployment_status', z.object({ deployment_status: Something })],
  ['deployment', z.object({ deployment: Something })],
  ['workflow_run', z.object({ workflow_run: Something })],
  ['check_run', z.object({ check_run: Something })],
  ['check_suite', z.object({ check_suite: Something })],
  ['issue_comment', z.object({ issue: Something, comment: Something })],
  ['issues', z.object({ issue: Something })],
  ['pull_request', z.object({ pull_request: Something, number: z.number() })],
  ['push', z.object({ ref: z.string(), commits: z.array(z.unknown()) })],
];

function isSupportedEvent(event: string): boolean {
  return forms.some(([name]) => name === event);
}

/** Returns the name of the event whose schema the body matches; null if Refrain does not read such events. */
function findEventNameOfBody(payload: unknown): string | null {
  return forms.find(([, form]) => form.safeParse(payload).success)?.[0] ?? null;
}
