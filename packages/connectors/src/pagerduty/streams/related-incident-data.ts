import { AppError, dayInMs } from '@refrain/domain';
import { z } from 'zod';
import { createExpiringMap } from '../../requests/expiring-map.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { formatIncidentPath } from '../client/id.ts';

const Text = z.string().max(5_000).nullish();
const Reference = z.looseObject({ id: z.string() }).transform(({ id }) => id);
const ChangeEvents = z.object({
  change_events: z
    .array(
      z
        .looseObject({
          id: z.string(),
          summary: Text,
          timestamp: Text,
          correlation_reason: z.looseObject({ reason: Text }).nullish(),
        })
        .transform(({ id, summary, timestamp, correlation_reason }) => ({
          id,
          summary: summary ?? null,
          timestamp: timestamp ?? null,
          reason: correlation_reason?.reason ?? null,
        })),
    )
    .transform((events) => events.slice(0, 20)),
});
const Similar = z.array(z.looseObject({ incident: Reference }));
const PastIncidents = z.object({ past_incidents: Similar });
const RelatedIncidents = z.object({ related_incidents: Similar });
const OutlierIncident = z.object({
  outlier_incident: z.looseObject({
    incident: z.looseObject({ occurrence: z.looseObject({ category: Text }).nullish() }).nullish(),
  }),
});

/** Incidents and changes that PagerDuty relates to an incident; each field is null if the plan lacks the feature. */
export interface RelatedIncidentData {
  readonly changeEvents: z.output<typeof ChangeEvents>['change_events'] | null;
  readonly pastIncidents: readonly string[] | null;
  readonly relatedIncidents: readonly string[] | null;
  readonly occurrence: string | null;
}

type Part = 'related_change_events' | 'past_incidents' | 'related_incidents' | 'outlier_incident';

export async function readRelatedIncidentData(
  client: PagerDutyClient,
  plans: PlanFeatureCache,
  incidentId: string,
): Promise<RelatedIncidentData | null> {
  async function readPart<T extends z.ZodType>(part: Part, schema: T): Promise<z.output<T> | null> {
    if (plans.lacks(client.key, part)) return null;
    const path = formatIncidentPath(incidentId, part);
    try {
      const found = await client.request({ path, what: `what is related to incident ${incidentId}` }, schema);
      plans.succeeded(client.key, part);
      return found;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      if (refusal !== null) plans.refused(client.key, part, refusal === 'plan' ? null : incidentId);
      return null;
    }
  }
  const changes = await readPart('related_change_events', ChangeEvents);
  const past = await readPart('past_incidents', PastIncidents);
  const related = await readPart('related_incidents', RelatedIncidents);
  const outlier = await readPart('outlier_incident', OutlierIncident);
  if (changes === null && past === null && related === null && outlier === null) return null;
  return {
    changeEvents: changes?.change_events ?? null,
    pastIncidents: past?.past_incidents.map(({ incident }) => incident) ?? null,
    relatedIncidents: related?.related_incidents.map(({ incident }) => incident) ?? null,
    occurrence: outlier?.outlier_incident.incident?.occurrence?.category ?? null,
  };
}

/**
 * Returns whether PagerDuty refused because of the plan (402) or perhaps because of this incident (403, 404). Returns
 * null for a 5xx or an unexpected response, because optional data must not block an incident.
 */
function refusalOf(thrown: unknown): 'plan' | 'incident' | null {
  if (!(thrown instanceof AppError)) throw thrown;
  if (thrown.code === 'permission_missing') return thrown.context.status === 402 ? 'plan' : 'incident';
  if (thrown.code === 'not_found') return 'incident';
  if (thrown.code === 'provider_failed' || thrown.code === 'provider_unexpected') return null;
  throw thrown;
}

/** A missing feature is tried again after a day, because the plan may change. */
const retentionMs = dayInMs;
/** Number of consecutive refusals that show that the plan lacks a feature, and not that an incident is hidden. */
const minRefusals = 5;

/** Remembers which features the PagerDuty plan of an account lacks, so that not every job requests them in vain. */
export interface PlanFeatureCache {
  lacks(key: string, part: string): boolean;
  succeeded(key: string, part: string): void;
  /** @param incidentId the incident of the refused request; null if PagerDuty named the plan as the reason */
  refused(key: string, part: string, incidentId: string | null): void;
}

export function createPlanFeatureCache(now: () => number = Date.now): PlanFeatureCache {
  const missing = createExpiringMap<true>(now);
  const inARow = new Map<string, Set<string>>();
  return {
    lacks: (key, part) => missing.find(`${key}/${part}`) !== undefined,
    succeeded: (key, part) => void inARow.delete(`${key}/${part}`),
    refused(key, part, incidentId) {
      const name = `${key}/${part}`;
      const incidents = inARow.get(name) ?? new Set();
      inARow.set(name, incidents);
      if (incidentId !== null && incidents.add(incidentId).size < minRefusals) return;
      inARow.delete(name);
      missing.keep(name, true, now() + retentionMs);
    },
  };
}
