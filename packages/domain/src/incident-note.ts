import type { Instant } from './instant.ts';

/** A new incident as its webhook event describes it. */
export interface NewIncident {
  readonly incidentId: string;
  readonly title: string;
  readonly service: string;
  readonly startedAt: Instant;
}
