import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createPagerDutyId } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { WorldIncident, WorldLogEntry, WorldNote } from '../world.ts';
import { formatCurrentTime, type PagerDutyContext } from './context.ts';
import { createIncidentReference } from './create-reference.ts';
import { findService } from './find-service.ts';
import { formatIncidentData, formatNoteData, formatResponderData } from './format-event-data.ts';
import type { PagerDutyWebhooks } from './webhooks.ts';

const OpenIncident = z.object({
  title: z.string().min(1),
  description: z.string().default(''),
  service: z.string().min(1),
  urgency: z.enum(['high', 'low']).default('high'),
  priority: z.string().nullable().default(null),
  severity: z.enum(['critical', 'error', 'warning', 'info']).default('critical'),
  details: z.record(z.string(), z.unknown()).default({}),
  /** Whether a person declares the incident in the web interface, without an alert. */
  isDeclared: z.boolean().default(false),
  at: Instant.optional(),
});
const Change = z.object({ id: z.string(), at: Instant.optional() });
const Note = Change.extend({ content: z.string().min(1), userId: z.string().optional() });
const Priority = Change.extend({ priority: z.string().nullable() });
const Field = Change.extend({ name: z.string().min(1), value: z.string() });
const Move = Change.extend({ service: z.string().min(1) });
const Merge = Change.extend({ sources: z.array(z.string()).min(1) });
const Responder = Change.extend({
  userId: z.string(),
  state: z.enum(['pending', 'joined', 'declined']).default('pending'),
});
type Change = z.input<typeof Change>;

export interface IncidentActions {
  openIncident(input: z.input<typeof OpenIncident>): Promise<WorldIncident>;
  acknowledgeIncident(input: Change): Promise<WorldIncident>;
  /** Ends an acknowledgement, like PagerDuty when the service's timeout expires. */
  unacknowledgeIncident(input: Change): Promise<WorldIncident>;
  escalateIncident(input: Change): Promise<WorldIncident>;
  resolveIncident(input: Change): Promise<WorldIncident>;
  reopenIncident(input: Change): Promise<WorldIncident>;
  setPriority(input: z.input<typeof Priority>): Promise<WorldIncident>;
  setField(input: z.input<typeof Field>): Promise<WorldIncident>;
  moveIncident(input: z.input<typeof Move>): Promise<WorldIncident>;
  addNote(input: z.input<typeof Note>): Promise<WorldIncident>;
  /** Requests a responder, or records the response of a person who was requested. */
  addResponder(input: z.input<typeof Responder>): Promise<WorldIncident>;
  /** Merges incidents: moves the alerts of the sources to the target and resolves the sources. Webhooks report the sources only as resolved. */
  mergeIncidents(input: z.input<typeof Merge>): Promise<WorldIncident>;
}

export function createIncidentActions(context: PagerDutyContext, webhooks: PagerDutyWebhooks): IncidentActions {
  const { state } = context;

  async function store(incident: WorldIncident, eventType: string, data?: unknown): Promise<WorldIncident> {
    state.putIncident(incident);
    await webhooks.publish({
      eventType,
      resourceType: 'incident',
      resourceId: incident.id,
      serviceId: incident.serviceId,
      data: data ?? formatIncidentData(context, incident),
    });
    return incident;
  }
  function find(id: string, wanted: 'open' | 'resolved' | 'any'): WorldIncident {
    const incident = state.findIncident(id);
    if (incident === null) throw new AppError('not_found', `The emulated account has no incident ${id}`);
    if (wanted === 'open' && incident.resolvedAt !== null)
      throw new AppError('conflict', `The incident ${id} is already resolved`);
    if (wanted === 'resolved' && incident.resolvedAt === null)
      throw new AppError('conflict', `The incident ${id} is not resolved`);
    return incident;
  }
  function entry(type: string, createdAt: string, summary: string, more: Partial<WorldLogEntry> = {}): WorldLogEntry {
    return {
      id: createPagerDutyId('log entry', createUniqueName()),
      type: `${type}_log_entry`,
      createdAt,
      summary,
      ...more,
    };
  }
  function logged(incident: WorldIncident, added: WorldLogEntry): WorldIncident {
    return { ...incident, updatedAt: added.createdAt, logEntries: [...incident.logEntries, added] };
  }
  const readChange = (raw: unknown) => {
    const { id, at } = parseInput(Change, raw, 'A change of an incident');
    return { id, at: at ?? formatCurrentTime(context) };
  };
  async function changeOpen(raw: unknown, type: string, summary: string, eventType: string): Promise<WorldIncident> {
    const { id, at } = readChange(raw);
    return store(logged(find(id, 'open'), entry(type, at, summary)), eventType);
  }
  function resolved(incident: WorldIncident, at: string, summary: string): WorldIncident {
    return { ...logged(incident, entry('resolve', at, summary)), resolvedAt: at };
  }
  return {
    async openIncident(raw) {
      const input = parseInput(OpenIncident, raw, 'An incident');
      const service = findService(state, input.service);
      const createdAt = input.at ?? formatCurrentTime(context);
      const alert = {
        id: createPagerDutyId('alert', createUniqueName()),
        summary: input.title,
        severity: input.severity,
        createdAt,
        details: input.details,
      };
      const incident: WorldIncident = {
        id: createPagerDutyId('incident', createUniqueName()),
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
        incidentKey: createPagerDutyId('incident key', createUniqueName()),
        alerts: input.isDeclared ? [] : [alert],
        isDeclared: input.isDeclared,
        notes: [],
        logEntries: [
          entry('trigger', createdAt, input.isDeclared ? 'Declared on the page' : 'Triggered through the API'),
          entry('assign', createdAt, 'Assigned by the escalation policy'),
          entry('notify', createdAt, 'Notified by push'),
        ],
      };
      return store(incident, 'incident.triggered');
    },
    acknowledgeIncident: (raw) => changeOpen(raw, 'acknowledge', 'Acknowledged', 'incident.acknowledged'),
    unacknowledgeIncident: (raw) =>
      changeOpen(raw, 'unacknowledge', 'Unacknowledged after the timeout', 'incident.unacknowledged'),
    escalateIncident: (raw) => changeOpen(raw, 'escalate', 'Escalated to the next level', 'incident.escalated'),
    async resolveIncident(raw) {
      const { id, at } = readChange(raw);
      return store(resolved(find(id, 'open'), at, 'Resolved'), 'incident.resolved');
    },
    async reopenIncident(raw) {
      const { id, at } = readChange(raw);
      const { mergedInto: _, ...incident } = find(id, 'resolved');
      const reopened = { ...logged(incident, entry('trigger', at, 'Reopened')), resolvedAt: null };
      return store(reopened, 'incident.reopened');
    },
    async setPriority(raw) {
      const { priority } = parseInput(Priority, raw, 'A priority');
      const { id, at } = readChange(raw);
      const changed = entry('field_value_change', at, `Priority set to ${priority ?? 'none'}`);
      return store({ ...logged(find(id, 'any'), changed), priority }, 'incident.priority_updated');
    },
    async setField(raw) {
      const { name, value } = parseInput(Field, raw, 'A field');
      const { id, at } = readChange(raw);
      const incident = find(id, 'any');
      const set = entry('custom_field_value_change', at, `Updated ${name} to ${value}`, { field: { name, value } });
      const data = {
        type: 'incident_custom_field_values',
        incident: createIncidentReference(context, incident),
        custom_fields: [{ id: createPagerDutyId('field', name), type: 'field_value', name, value }],
        changed_fields: [name],
      };
      return store(logged(incident, set), 'incident.custom_field_values.updated', data);
    },
    async moveIncident(raw) {
      const { service } = parseInput(Move, raw, 'A move of an incident');
      const { id, at } = readChange(raw);
      return store(
        { ...find(id, 'open'), serviceId: findService(state, service).id, updatedAt: at },
        'incident.service_updated',
      );
    },
    async addNote(raw) {
      const { content, userId } = parseInput(Note, raw, 'A note');
      const { id, at } = readChange(raw);
      const incident = find(id, 'any');
      const author = userId ?? incident.assigneeId ?? [...state.users.keys()][0] ?? '';
      const note: WorldNote = {
        id: createPagerDutyId('note', createUniqueName()),
        content,
        userId: author,
        createdAt: at,
      };
      const added = entry('annotate', at, 'Note added', { note: content, userId: author });
      const noted = { ...logged(incident, added), notes: [...incident.notes, note] };
      return store(noted, 'incident.annotated', formatNoteData(context, noted, note));
    },
    async addResponder(raw) {
      const { userId, state: answer } = parseInput(Responder, raw, 'A responder');
      const { id, at } = readChange(raw);
      const incident = find(id, 'open');
      const responder = { userId, state: answer, requestedAt: at };
      const others = (incident.responders ?? []).filter((one) => one.userId !== userId);
      const changed = { ...incident, updatedAt: at, responders: [...others, responder] };
      const eventType = `incident.responder.${answer === 'pending' ? 'added' : 'replied'}`;
      return store(changed, eventType, formatResponderData(context, changed, responder));
    },
    async mergeIncidents(raw) {
      const { sources } = parseInput(Merge, raw, 'A merge');
      const { id, at } = readChange(raw);
      const target = find(id, 'open');
      const merged = sources.map((source) => find(source, 'any'));
      const updated = {
        ...target,
        updatedAt: at,
        alerts: [...target.alerts, ...merged.flatMap(({ alerts }) => alerts)],
      };
      state.putIncident(updated);
      for (const source of merged) {
        const moved = { ...source, alerts: [], mergedInto: target.id, updatedAt: at };
        if (source.resolvedAt !== null) state.putIncident(moved);
        else await store(resolved(moved, at, `Merged into incident #${target.number}`), 'incident.resolved');
      }
      return updated;
    },
  };
}
