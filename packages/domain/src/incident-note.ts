import type { Instant } from './instant.ts';

/** An incident that has just begun, as its webhook tells it. */
export interface TriggeredIncident {
  readonly incidentId: string;
  readonly title: string;
  /** Name of the service, as the provider has it. */
  readonly service: string;
  readonly startedAt: Instant;
}
