import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../../records/delivery-key.ts';
import { isSignedBy, signatureInvalid } from '../../webhooks/signature.ts';
import type { WebhookDelivery } from '../../webhooks/webhook-delivery.ts';
import { eventName, parseBody } from '../../webhooks/webhook-event.ts';

const Named = z.object({ event: z.object({ id: z.string().min(1).max(200), event_type: z.string() }) });
/** `incident.priority_updated`, `pagey.ping` and the like. */
const form = /^(?=.{1,80}$)[a-z\d_]+(?:\.[a-z\d_]+)*$/u;
/** More than PagerDuty sends while secrets are being replaced. */
const maxSignatures = 20;

/**
 * A PagerDuty V3 delivery as one record of type `pagerduty.event.<type>`. Several signatures may stand in the header, and
 * several secrets be valid, while one is being replaced: one pair that matches is enough. All pairs are tried, each in
 * constant time, so that the time tells nothing.
 * @throws {AppError} `signature_invalid`
 */
export function receivePagerDutyWebhook({ headers, body }: WebhookDelivery, secrets: readonly string[]): RawRecord[] {
  const signatures = (headers['x-pagerduty-signature'] ?? '')
    .split(',', maxSignatures)
    .map((part) => part.trim().split('=', 2))
    .flatMap(([version, signature]) => (version === 'v1' && signature ? [signature] : []));
  const matches = secrets.flatMap((secret) => signatures.map((signature) => isSignedBy(signature, body, secret)));
  if (!matches.includes(true)) throw signatureInvalid('PagerDuty');
  const payload = parseBody(body);
  const named = Named.safeParse(payload);
  const { id, event_type } = named.data?.event ?? {};
  const type = `pagerduty.event.${eventName(event_type, form)}`;
  return [{ type, deliveryKey: `event/${id ?? digestOf(body)}`, payload }];
}
