import { randomUUID } from 'node:crypto';
import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { pagerDutyId } from '../http/numeric-id.ts';
import type { WorldIncident, WorldLogEntry } from '../world.ts';
import { instantNow, type PagerDutyContext } from './context.ts';
import { presentIncidentData } from './present-event-data.ts';
import type { PagerDutyWebhooks } from './webhooks.ts';

const OpenIncident = z.object({
  title: z.string().min(1),
  description: z.string().default(''),
  /** The id or the name of a service. */
  service: z.string().min(1),
  urgency: z.enum(['high', 'low']).default('high'),
  priority: z.string().nullable().default(null),
  severity: z.enum(['critical', 'error', 'warning', 'info']).default('critical'),
  details: z.record(z.string(), z.unknown()).default({}),
  at: Instant.optional(),
});
const ChangeIncident = z.object({ id: z.string(), at: Instant.optional() });

/** What can be made to happen on the emulated PagerDuty. Each resolves when its webhooks were tried once. */
export interface PagerDutyActions {
  openIncident(input: z.input<typeof OpenIncident>): Promise<WorldIncident>;
  acknowledgeIncident(input: z.input<typeof ChangeIncident>): Promise<WorldIncident>;
  resolveIncident(input: z.input<typeof ChangeIncident>): Promise<WorldIncident>;
}

function logEntry(type: string, createdAt: string, summary: string): WorldLogEntry {
  return { id: pagerDutyId('log entry', randomUUID()), type, createdAt, summary };
}

export function createPagerDutyActions(context: PagerDutyContext, webhooks: PagerDutyWebhooks): PagerDutyActions {
  const { state } = context;

  async function store(incident: WorldIncident, eventType: string): Promise<WorldIncident> {
    state.putIncident(incident);
    await webhooks.publish(eventType, incident.serviceId, presentIncidentData(context, incident));
    return incident;
  }
  function openOne(raw: unknown): { incident: WorldIncident; at: string } {
    const { id, at } = parseInput(ChangeIncident, raw, 'A change of an incident');
    const incident = state.findIncident(id);
    if (incident === null) throw new AppError('not_found', `The emulated account has no incident ${id}`);
    if (incident.resolvedAt !== null) throw new AppError('conflict', `The incident ${id} is resolved already`);
    return { incident, at: at ?? instantNow(context) };
  }
  return {
    async openIncident(raw) {
      const input = parseInput(OpenIncident, raw, 'An incident');
      const service = [...state.services.values()].find(
        ({ id, name }) => id === input.service || name === input.service,
      );
      if (service === undefined)
        throw new AppError('not_found', `The emulated account has no service ${input.service}`);
      const createdAt = input.at ?? instantNow(context);
      const alert = {
        id: pagerDutyId('alert', randomUUID()),
        summary: input.title,
        severity: input.severity,
        createdAt,
        details: input.details,
      };
      const incident: WorldIncident = {
        id: pagerDutyId('incident', randomUUID()),
        number: state.nextNumber(),
        title: input.title,
        description: input.description || input.title,
        serviceId: service.id,
        urgency: input.urgency,
        priority: input.priority,
        createdAt,
        resolvedAt: null,
        updatedAt: createdAt,
        assigneeId: [...state.users.keys()][0] ?? null,
        incidentKey: randomUUID().replaceAll('-', ''),
        alerts: [alert],
        notes: [],
        logEntries: [logEntry('trigger_log_entry', createdAt, 'Triggered through the API')],
      };
      return store(incident, 'incident.triggered');
    },
    async acknowledgeIncident(raw) {
      const { incident, at } = openOne(raw);
      const entry = logEntry('acknowledge_log_entry', at, 'Acknowledged');
      return store(
        { ...incident, updatedAt: at, logEntries: [...incident.logEntries, entry] },
        'incident.acknowledged',
      );
    },
    async resolveIncident(raw) {
      const { incident, at } = openOne(raw);
      const entry = logEntry('resolve_log_entry', at, 'Resolved');
      const resolved = { ...incident, updatedAt: at, resolvedAt: at, logEntries: [...incident.logEntries, entry] };
      return store(resolved, 'incident.resolved');
    },
  };
}
