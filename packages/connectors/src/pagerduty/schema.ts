import { Instant } from '@refrain/domain';
import { z } from 'zod';

/** Fields of PagerDuty's REST API and V3 webhooks that Refrain reads; all others are let through. */

const Reference = z.looseObject({ id: z.string().nullish(), summary: z.string().nullish() });

export const Incident = z.looseObject({
  id: z.string().min(1),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  description: z.string().nullish(),
  html_url: z.string().nullish(),
  status: z.string().nullish(),
  created_at: Instant,
  updated_at: Instant.nullish(),
  resolved_at: Instant.nullish(),
  last_status_change_at: Instant.nullish(),
  urgency: z.string().nullish(),
  priority: z.looseObject({ summary: z.string().nullish(), name: z.string().nullish() }).nullish(),
  service: Reference.nullish(),
  assignments: z.array(z.looseObject({ assignee: Reference.nullish() })).nullish(),
  acknowledgements: z.array(z.looseObject({ acknowledger: Reference.nullish() })).nullish(),
  last_status_change_by: Reference.extend({ type: z.string().nullish() }).nullish(),
  /** Webhooks name them so. */
  assignees: z.array(Reference).nullish(),
  body: z.looseObject({ details: z.unknown() }).nullish(),
});
export type Incident = z.output<typeof Incident>;

export const Alert = z.looseObject({
  summary: z.string().nullish(),
  severity: z.string().nullish(),
  created_at: Instant.nullish(),
  body: z.looseObject({ details: z.unknown() }).nullish(),
});
export type Alert = z.output<typeof Alert>;

export const Note = z.looseObject({
  content: z.string().nullish(),
  created_at: Instant.nullish(),
  user: Reference.extend({ type: z.string().nullish(), email: z.string().nullish() }).nullish(),
});
export type Note = z.output<typeof Note>;

export const IncidentRecord = z.object({
  incident: Incident,
  alerts: z.array(Alert),
  notes: z.array(Note),
});

export const WebhookEvent = z.object({
  event: z.looseObject({
    occurred_at: Instant,
    data: z.looseObject({ type: z.string().nullish() }).nullish(),
    agent: Reference.extend({ type: z.string().nullish() }).nullish(),
  }),
});
