import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { WorldChangeEvent } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { createReference, serviceReference } from './create-reference.ts';

export function formatChangeEvent(context: PagerDutyContext, event: WorldChangeEvent) {
  const integration = createReference(
    context,
    'events_api_v2_inbound_integration',
    'integrations',
    createPagerDutyId('integration', event.source),
    event.source,
  );
  return {
    ...createReference(context, 'change_event', 'change_events', event.id, event.summary),
    type: 'change_event',
    timestamp: event.timestamp,
    services: event.serviceIds.map((id) => serviceReference(context, id)),
    integration,
    source: event.source,
    links: event.links,
    images: [],
    custom_details: event.details,
  };
}
