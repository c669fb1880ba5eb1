import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { WorldChangeEvent } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { createPagerDutyReference, createServiceReference } from './create-reference.ts';

export function formatChangeEvent(context: PagerDutyContext, event: WorldChangeEvent) {
  const integration = createPagerDutyReference(
    context,
    'events_api_v2_inbound_integration',
    'integrations',
    createPagerDutyId('integration', event.source),
    event.source,
  );
  return {
    ...createPagerDutyReference(context, 'change_event', 'change_events', event.id, event.summary),
    type: 'change_event',
    timestamp: event.timestamp,
    services: event.serviceIds.map((id) => createServiceReference(context, id)),
    integration,
    source: event.source,
    links: event.links,
    images: [],
    custom_details: event.details,
  };
}
