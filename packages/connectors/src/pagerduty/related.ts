import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { PagerDutyClient } from './client.ts';
import { noneIfMissing } from './none-if-missing.ts';
import type { PlanMemory } from './plan-memory.ts';

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

/** What PagerDuty itself finds beside an incident, by ids; null where the account's plan has no such thing. */
export interface Related {
  readonly changeEvents: z.output<typeof ChangeEvents>['change_events'] | null;
  readonly pastIncidents: readonly string[] | null;
  readonly relatedIncidents: readonly string[] | null;
  /** `novel`, `rare`, `frequent`. */
  readonly occurrence: string | null;
}

type Part = 'related_change_events' | 'past_incidents' | 'related_incidents' | 'outlier_incident';

export interface RelatedReader {
  read(incidentId: string, signal: AbortSignal): Promise<Related | null>;
}

/**
 * Asks for the parts that the plan has (https://developer.pagerduty.com/api-reference, incidents). One that was refused
 * with 402, 403 or 404 is not asked for again while that is remembered.
 */
export function createRelatedReader(client: PagerDutyClient, plans: PlanMemory): RelatedReader {
  async function readPart<T extends z.ZodType>(
    incidentId: string,
    part: Part,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T> | null> {
    if (plans.lacks(client.key, part)) return null;
    const path = `/incidents/${incidentId}/${part}`;
    const what = `what is related to incident ${incidentId}`;
    const found = await client.ask({ path, what }, schema, signal).catch(noneIfMissing(null)).catch(nothingIfOdd);
    if (found === null) plans.keep(client.key, part);
    return found ?? null;
  }

  return {
    async read(id, signal) {
      const changes = await readPart(id, 'related_change_events', ChangeEvents, signal);
      const past = await readPart(id, 'past_incidents', PastIncidents, signal);
      const related = await readPart(id, 'related_incidents', RelatedIncidents, signal);
      const outlier = await readPart(id, 'outlier_incident', OutlierIncident, signal);
      if (changes === null && past === null && related === null && outlier === null) return null;
      return {
        changeEvents: changes?.change_events ?? null,
        pastIncidents: past?.past_incidents.map(({ incident }) => incident) ?? null,
        relatedIncidents: related?.related_incidents.map(({ incident }) => incident) ?? null,
        occurrence: outlier?.outlier_incident.incident?.occurrence?.category ?? null,
      };
    },
  };
}

/** What is a help must not stop an incident: PagerDuty documents a 500 for these, and its examples differ from its schema. */
function nothingIfOdd(thrown: unknown): undefined {
  const isOdd =
    thrown instanceof AppError && (thrown.code === 'provider_failed' || thrown.code === 'provider_unexpected');
  if (!isOdd) throw thrown;
}
