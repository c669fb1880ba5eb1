import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../delivery-key.ts';
import { isSignedBy, parseBody, signatureInvalid } from '../signature.ts';
import type { WebhookDelivery } from '../webhook-delivery.ts';

const Named = z.object({ event: z.object({ id: z.string().min(1).max(200), event_type: z.string() }) });

/**
 * A PagerDuty V3 delivery as one record of type `pagerduty.event.<type>`. Several signatures may stand in the header while
 * a secret is being replaced: one that matches is enough.
 * @throws {AppError} `signature_invalid`
 */
export function receivePagerDutyWebhook({ headers, body }: WebhookDelivery, secret: string): RawRecord[] {
  const signatures = (headers['x-pagerduty-signature'] ?? '').split(',').slice(0, 20);
  const matches = signatures.some((part) => {
    const [version, signature] = part.trim().split('=', 2);
    return version === 'v1' && isSignedBy(signature ?? '', body, secret);
  });
  if (!matches) throw signatureInvalid('PagerDuty');
  const payload = parseBody(body);
  const named = Named.safeParse(payload);
  if (!named.success) return [{ type: 'pagerduty.event.unknown', deliveryKey: `event/${digestOf(body)}`, payload }];
  const { id, event_type } = named.data.event;
  const type = /^[a-z_.]{1,80}$/u.exec(event_type)?.[0] ?? 'unknown';
  return [{ type: `pagerduty.event.${type}`, deliveryKey: `event/${id}`, payload }];
}
