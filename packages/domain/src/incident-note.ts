import type { Instant } from './instant.ts';

/** An incident that has just begun, as its webhook describes it. */
export interface TriggeredIncident {
  readonly incidentId: string;
  readonly title: string;
  /** The name of the service as the provider spells it. */
  readonly service: string;
  readonly startedAt: Instant;
}
