import { dayInMs } from '@refrain/domain';
import { createPagerDutyId } from '../http/create-numeric-id.ts';
import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import type { WorldIncident } from '../world.ts';
import { type PagerDutyContext, parseWholeNumber, withIncident } from './context.ts';
import { createIncidentReference } from './create-reference.ts';
import { argumentError, featureNotInPlan } from './error-reply.ts';
import { formatChangeEvent } from './format-change-event.ts';
import { formatIncident } from './format-incident.ts';
import { normaliseIncidentTitle } from './similar-incidents.ts';

/** Maximum number of milliseconds by which a related change precedes its incident. */
const changesWithinMs = dayInMs;
const maxRelated = 20;
const defaultPast = 5;
const defaultChanges = 25;
const endOf = (incident: WorldIncident): number =>
  incident.resolvedAt === null ? Number.POSITIVE_INFINITY : Date.parse(incident.resolvedAt);

function overlap(a: WorldIncident, b: WorldIncident): boolean {
  return Date.parse(a.createdAt) <= endOf(b) && Date.parse(b.createdAt) <= endOf(a);
}

/** Routes for past, related and outlier incidents and related changes, if the account's plan includes them. */
export function relatedIncidentRoutes(context: PagerDutyContext): Route[] {
  const { state, plan } = context;

  const route = (name: string, handle: (incident: WorldIncident, call: Call) => Reply): Route => ({
    method: 'get',
    path: `/incidents/:id/${name}`,
    scope: 'incidents.read',
    handle: (call) => (plan.refusal === null ? withIncident(context, handle)(call) : featureNotInPlan(plan.refusal)),
  });
  const similarTo = (incident: WorldIncident): WorldIncident[] =>
    state.similarIncidents(incident).flatMap((id) => state.findIncident(id) ?? []);

  function presentPast(incident: WorldIncident, past: WorldIncident) {
    const { id, self } = createIncidentReference(context, past);
    const days = (Date.parse(incident.createdAt) - Date.parse(past.createdAt)) / dayInMs;
    const score = Math.round(1_000_000 / (1 + days / 30)) / 10_000;
    return { incident: { id, created_at: past.createdAt, self, title: past.title }, score };
  }
  function changesBefore(incident: WorldIncident) {
    const at = Date.parse(incident.createdAt);
    return [...state.changesBetween(at - changesWithinMs, at + 1)].reverse().map((event, index) => ({
      ...formatChangeEvent(context, event),
      correlation_reason: {
        reason: event.serviceIds.includes(incident.serviceId)
          ? 'related_service'
          : index === 0
            ? 'most_recent'
            : 'intelligent',
      },
    }));
  }
  return [
    route('past_incidents', (incident, call) => {
      const limit = parseWholeNumber(call.query, 'limit') ?? defaultPast;
      if (limit < 1 || limit > 999) return argumentError(['limit must be between 1 and 999']);
      const past = similarTo(incident)
        .filter(({ serviceId, createdAt }) => serviceId === incident.serviceId && createdAt < incident.createdAt)
        .reverse();
      return {
        status: 200,
        body: {
          past_incidents: past.slice(0, limit).map((one) => presentPast(incident, one)),
          ...(findQueryValue(call.query, 'total') === 'true' ? { total: past.length } : {}),
          limit,
        },
      };
    }),
    route('related_incidents', (incident) => ({
      status: 200,
      body: {
        related_incidents: similarTo(incident)
          .filter((other) => other.serviceId !== incident.serviceId && overlap(incident, other))
          .slice(-maxRelated)
          .reverse()
          .map((other) => ({
            incident: formatIncident(context, other),
            relationships: [
              {
                type: 'machine_learning_inferred',
                metadata: {
                  grouping_classification: 'similar_contents',
                  user_feedback: { positive_feedback_count: 0, negative_feedback_count: 0 },
                },
              },
            ],
          })),
      },
    })),
    route('outlier_incident', (incident) => {
      const count = similarTo(incident).filter(({ serviceId }) => serviceId === incident.serviceId).length;
      return {
        status: 200,
        body: {
          outlier_incident: {
            incident: {
              ...formatIncident(context, incident),
              occurrence: { count, category: count === 0 ? 'novel' : count < 5 ? 'rare' : 'frequent' },
            },
            incident_template: {
              id: createPagerDutyId('template', incident.serviceId, normaliseIncidentTitle(incident.title)),
              cluster_id: createPagerDutyId('cluster', incident.serviceId),
              mined_text: normaliseIncidentTitle(incident.title),
            },
          },
        },
      };
    }),
    route('related_change_events', (incident, call) => {
      const limit = parseWholeNumber(call.query, 'limit') ?? defaultChanges;
      return { status: 200, body: { change_events: changesBefore(incident).slice(0, limit) } };
    }),
  ];
}
