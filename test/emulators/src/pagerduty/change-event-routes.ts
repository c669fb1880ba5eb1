import { findQueryValue, listQueryValues, type Query, type Route } from '../http/reply.ts';
import type { WorldChangeEvent } from '../world.ts';
import { type PagerDutyContext, replyWithList } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import { formatChangeEvent } from './format-change-event.ts';
import { parseUtcTime } from './parse-iso-time.ts';

/** Routes for change events, newest first. Times must be explicitly in UTC (https://developer.pagerduty.com/api-reference). */
export function changeEventRoutes(context: PagerDutyContext): Route[] {
  const { state } = context;

  function select(query: Query): readonly WorldChangeEvent[] | null {
    const [since, until] = ['since', 'until'].map((name) => findQueryValue(query, name));
    const from = since === undefined ? Number.NEGATIVE_INFINITY : parseUtcTime(since);
    const to = until === undefined ? Number.POSITIVE_INFINITY : parseUtcTime(until);
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    const integrations = listQueryValues(query, 'integration_ids');
    return [...state.changesBetween(from, to)]
      .reverse()
      .filter(
        (event) => integrations.length === 0 || integrations.includes(formatChangeEvent(context, event).integration.id),
      );
  }
  const notUtc = () => argumentError(['since and until must be ISO 8601 times in UTC']);
  const present = (event: WorldChangeEvent) => formatChangeEvent(context, event);

  return [
    {
      method: 'get',
      path: '/change_events',
      scope: 'change_events.read',
      handle: (call) => {
        const events = select(call.query);
        return events === null ? notUtc() : replyWithList(call, 'change_events', events, present);
      },
    },
    {
      method: 'get',
      path: '/change_events/:id',
      scope: 'change_events.read',
      handle: (call) => {
        const event = state.changeEvents.get(call.parameters.id ?? '');
        return event === undefined ? notFound() : { status: 200, body: { change_event: present(event) } };
      },
    },
    {
      method: 'get',
      path: '/services/:id/change_events',
      scope: 'services.read',
      handle: (call) => {
        const id = call.parameters.id ?? '';
        if (!state.services.has(id)) return notFound();
        const events = select(call.query);
        if (events === null) return notUtc();
        const ownEvents = events.filter(({ serviceIds }) => serviceIds.includes(id));
        return replyWithList(call, 'change_events', ownEvents, present);
      },
    },
  ];
}
