import { pagerDutyId } from '../http/numeric-id.ts';
import type { WorldChangeEvent } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { reference, serviceReference } from './reference.ts';

export function formatChangeEvent(context: PagerDutyContext, event: WorldChangeEvent) {
  const integration = reference(
    context,
    'events_api_v2_inbound_integration',
    'integrations',
    pagerDutyId('integration', event.source),
    event.source,
  );
  return {
    ...reference(context, 'change_event', 'change_events', event.id, event.summary),
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
