import { Instant, type NewIncident, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { PagerDutyId } from '../client/id.ts';

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

/** Returns the incident that a webhook reports as triggered; null for other records. */
export function readTriggeredIncident({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): NewIncident | null {
  if (type !== 'pagerduty.event.incident.triggered') return null;
  const { data } = Triggered.safeParse(payload).data?.event ?? {};
  if (data === undefined) return null;
  return { incidentId: data.id, title: data.title, service: data.service.summary, startedAt: data.created_at };
}
