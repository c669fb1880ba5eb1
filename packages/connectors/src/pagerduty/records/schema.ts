import { Instant } from '@refrain/domain';
import { z } from 'zod';
import { PagerDutyId } from '../client/id.ts';

/** Schemas of the fields that Refrain reads from PagerDuty's REST API and V3 webhooks; other fields are kept. */

const Reference = z.looseObject({ id: z.string().nullish(), summary: z.string().nullish() });
/** `type` is `user`, `user_reference`, `bot_user_reference`, `service_reference` and others. */
const Agent = Reference.extend({ type: z.string().nullish(), email: z.string().nullish() });
export type Agent = z.output<typeof Agent>;

export const Incident = z.looseObject({
  id: PagerDutyId,
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
  assignments: z.array(z.looseObject({ assignee: Agent.nullish() })).nullish(),
  acknowledgements: z.array(z.looseObject({ at: Instant.nullish(), acknowledger: Agent.nullish() })).nullish(),
  incidents_responders: z.array(z.looseObject({ state: z.string().nullish(), user: Agent.nullish() })).nullish(),
  last_status_change_by: Agent.nullish(),
  /** The event that opened the incident, with the message of the monitoring tool as details or an email. */
  first_trigger_log_entry: z
    .looseObject({
      channel: z.looseObject({ details: z.unknown(), subject: z.unknown(), body: z.unknown() }).partial().nullish(),
    })
    .nullish(),
  /** Present only if the incident was merged into the named one. */
  resolve_reason: z
    .looseObject({
      type: z.string().nullish(),
      incident: Reference.extend({ html_url: z.string().nullish() }).nullish(),
    })
    .nullish(),
  /** Assigned people in webhooks; the API has `assignments`. */
  assignees: z.array(Reference).nullish(),
  body: z.looseObject({ details: z.unknown().optional() }).nullish(),
});
export type Incident = z.output<typeof Incident>;

export const Alert = z.looseObject({
  summary: z.string().nullish(),
  severity: z.string().nullish(),
  created_at: Instant.nullish(),
  body: z.looseObject({ details: z.unknown().optional() }).nullish(),
});
export type Alert = z.output<typeof Alert>;

export const Note = z.looseObject({
  content: z.string().nullish(),
  created_at: Instant.nullish(),
  user: Agent.nullish(),
});
export type Note = z.output<typeof Note>;

const FieldChange = z.looseObject({ name: z.string().nullish(), value: z.unknown().optional() });

export const LogEntry = z.looseObject({
  type: z.string(),
  created_at: Instant,
  agent: Agent.nullish(),
  /** Lines such as `Updated severity to high`. */
  changeset: z.array(z.string()).nullish().catch(null),
  channel: z
    .looseObject({
      changeset: z
        .looseObject({ customer_fields: z.array(FieldChange).nullish() })
        .nullish()
        .catch(null),
    })
    .nullish(),
});
export type LogEntry = z.output<typeof LogEntry>;

const RelatedChange = z.looseObject({ summary: z.string().nullish(), reason: z.string().nullish() });

export const IncidentRecord = z.object({
  incident: Incident,
  alerts: z.array(Alert),
  notes: z.array(Note),
  /** Null if the log could not be read; absent in records from before logs were stored. */
  logEntries: z.array(LogEntry).nullish(),
  /** Whether the entries are from the account's log, which lacks changed fields. */
  isSharedLog: z.boolean().optional(),
  /** Whether the incident may have changed while it was read. */
  isUnsettled: z.boolean().optional(),
  related: z.looseObject({ changeEvents: z.array(RelatedChange).nullish() }).nullish(),
});
export type IncidentRecord = z.output<typeof IncidentRecord>;

export const ChangeEvent = z.looseObject({
  id: z.string().min(1).max(200),
  summary: z.string().nullish(),
  timestamp: Instant,
  source: z.string().nullish(),
  services: z.array(Reference).nullish(),
  links: z.array(z.looseObject({ href: z.string().nullish(), text: z.string().nullish() })).nullish(),
  custom_details: z.unknown().optional(),
});
export type ChangeEvent = z.output<typeof ChangeEvent>;
export const ChangeEventRecord = z.object({ changeEvent: ChangeEvent });

export const WebhookEvent = z.object({
  event: z.looseObject({
    event_type: z.string().nullish(),
    occurred_at: Instant,
    data: z
      .looseObject({
        type: z.string().nullish(),
        id: PagerDutyId.nullish().catch(null),
        created_at: z.unknown().optional(),
        incident: Reference.extend({ id: PagerDutyId.nullish() }).nullish().catch(null),
      })
      .nullish(),
    agent: Agent.nullish(),
  }),
});
