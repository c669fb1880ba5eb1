import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';
import { PagerDutyId } from '../client/id.ts';

const IncidentEvent = z.looseObject({
  event: z.looseObject({
    data: z.looseObject({ service: z.looseObject({ id: PagerDutyId }).nullish().catch(null) }).nullish(),
  }),
});

/** Lists the streams with details, such as alerts and notes, that an event lacks. Some of them may not exist. */
export function listStaleStreams({ type, payload }: StoredRecord): string[] {
  if (!type.startsWith('pagerduty.event.incident.')) return [];
  const service = IncidentEvent.safeParse(payload).data?.event.data?.service?.id;
  return service === undefined ? ['incidents'] : ['incidents', `incidents:${service}`];
}
