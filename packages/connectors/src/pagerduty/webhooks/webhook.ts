import { Instant, type NewIncident, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';
import { createShortHash } from '../../records/delivery-key.ts';
import {
  createInvalidSignatureError,
  hasValidSignature,
  parseEventName,
  parseWebhookBody,
  type WebhookDelivery,
} from '../../webhooks/webhook-event.ts';
import { PagerDutyId } from '../client/id.ts';

const Named = z.object({ event: z.object({ id: z.string().min(1).max(200), event_type: z.string() }) });
const form = /^(?=.{1,80}$)[a-z\d_]+(?:\.[a-z\d_]+)*$/u;
/** Maximum number of signatures per delivery. PagerDuty sends fewer, even while secrets are being replaced. */
const maxSignatures = 20;

/** One signature must match one secret. All pairs are compared, so that timing reveals nothing. */
export function receivePagerDutyWebhook({ headers, body }: WebhookDelivery, secrets: readonly string[]): RawRecord[] {
  const signatures = (headers['x-pagerduty-signature'] ?? '')
    .split(',', maxSignatures)
    .map((part) => part.trim().split('=', 2))
    .flatMap(([version, signature]) => (version === 'v1' && signature ? [signature] : []));
  const matches = secrets.flatMap((secret) =>
    signatures.map((signature) => hasValidSignature(signature, body, secret)),
  );
  if (!matches.includes(true)) throw createInvalidSignatureError('PagerDuty');
  const payload = parseWebhookBody(body);
  const named = Named.safeParse(payload);
  const { id, event_type } = named.data?.event ?? {};
  const type = `pagerduty.event.${parseEventName(event_type, form)}`;
  return [{ type, deliveryKey: `event/${id ?? createShortHash(body)}`, payload }];
}

const IncidentEvent = z.looseObject({
  event: z.looseObject({
    data: z.looseObject({ service: z.looseObject({ id: PagerDutyId }).nullish().catch(null) }).nullish(),
  }),
});

/** Lists the streams to sync after an incident event, which lacks alerts and notes. Some streams may not exist. */
export function listStaleStreams({ type, payload }: StoredRecord): string[] {
  if (!type.startsWith('pagerduty.event.incident.')) return [];
  const service = IncidentEvent.safeParse(payload).data?.event.data?.service?.id;
  return service === undefined ? ['incidents'] : ['incidents', `incidents:${service}`];
}

const Triggered = z.looseObject({
  event: z.looseObject({
    data: z.looseObject({
      id: PagerDutyId,
      title: z.string().min(1),
      created_at: Instant,
      service: z.looseObject({ summary: z.string().min(1) }),
    }),
  }),
});

export function readTriggeredIncident({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): NewIncident | null {
  if (type !== 'pagerduty.event.incident.triggered') return null;
  const { data } = Triggered.safeParse(payload).data?.event ?? {};
  if (data === undefined) return null;
  return { incidentId: data.id, title: data.title, service: data.service.summary, startedAt: data.created_at };
}
