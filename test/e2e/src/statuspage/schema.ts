import { Instant } from '@refrain/domain';
import { z } from 'zod';

const Component = z.looseObject({ id: z.string(), name: z.string() });

export const PublishedIncident = z.looseObject({
  id: z.string().regex(/^[a-z\d-]{1,40}$/u),
  name: z.string(),
  body: z.string(),
  author: z.string(),
  impact: z.string(),
  component: Component,
  created_at: Instant,
  updated_at: Instant,
  resolved_at: Instant.nullable(),
});
export type PublishedIncident = z.output<typeof PublishedIncident>;

export const PageOfAccount = z.looseObject({ name: z.string(), components: z.array(Component) });
export const IncidentList = z.looseObject({ incidents: z.array(PublishedIncident), next: z.number().nullable() });
export const IncidentEvent = z.looseObject({ id: z.string(), type: z.string(), incident: PublishedIncident });
export const Subscription = z.looseObject({ id: z.string(), url: z.string() });
