import { z } from 'zod';
import { listQueryValues, type Route } from '../http/reply.ts';
import type { WorldAlert, WorldIncident, WorldNote } from '../world.ts';
import { type PagerDutyContext, replyWithList, withIncident } from './context.ts';
import {
  createIncidentReference,
  createPagerDutyReference,
  createServiceReference,
  createUserReference,
} from './create-reference.ts';
import { argumentError, notFound } from './error-reply.ts';
import { formatIncident } from './format-incident.ts';
import { createIncidentSelector } from './select-incidents.ts';

const NewNote = z.looseObject({ note: z.looseObject({ content: z.string().min(1) }) });

/** @param addNote function that stores a note immediately and publishes it to the subscriptions */
export function incidentRoutes(
  context: PagerDutyContext,
  addNote: (note: { id: string; content: string; userId: string }) => Promise<unknown>,
): Route[] {
  const { state, clock } = context;
  const select = createIncidentSelector(state);
  return [
    {
      method: 'get',
      path: '/incidents',
      scope: 'incidents.read',
      handle: (call) => {
        const selected = select(call.query, clock.now());
        if (typeof selected === 'string') return argumentError([selected]);
        const include = listQueryValues(call.query, 'include');
        return replyWithList(call, 'incidents', selected, (incident) => formatIncident(context, incident, include));
      },
    },
    {
      method: 'get',
      path: '/incidents/:id',
      scope: 'incidents.read',
      handle: withIncident(context, (incident, call) => ({
        status: 200,
        body: { incident: formatIncident(context, incident, listQueryValues(call.query, 'include')) },
      })),
    },
    {
      method: 'get',
      path: '/incidents/:id/alerts',
      scope: 'incidents.read',
      handle: withIncident(context, (incident, call) =>
        replyWithList(call, 'alerts', incident.alerts, (alert) => formatAlert(context, incident, alert)),
      ),
    },
    {
      method: 'get',
      path: '/incidents/:id/notes',
      scope: 'incidents.read',
      handle: withIncident(context, (incident) => ({
        status: 200,
        body: { notes: incident.notes.map((note) => formatNote(context, note)) },
      })),
    },
    {
      method: 'post',
      path: '/incidents/:id/notes',
      scope: 'incidents.write',
      handle: withIncident(context, (incident, call) => {
        const wanted = NewNote.safeParse(call.body);
        const author = [...state.users.values()].find((user) => user.email === call.headers.from);
        if (author === undefined) return argumentError(['Requester User Not Found'], 2001, 'Invalid Input Provided');
        if (!wanted.success) return argumentError(["Content can't be empty"]);
        void addNote({ id: incident.id, content: wanted.data.note.content, userId: author.id });
        const note = state.findIncident(incident.id)?.notes.at(-1);
        return note === undefined ? notFound() : { status: 200, body: { note: formatNote(context, note) } };
      }),
    },
    {
      method: 'delete',
      path: '/incidents/:id/notes/:note',
      scope: 'incidents.write',
      handle: withIncident(context, (incident, call) => {
        const notes = incident.notes.filter(({ id }) => id !== call.parameters.note);
        if (notes.length === incident.notes.length) return notFound();
        state.putIncident({ ...incident, notes });
        return { status: 204 };
      }),
    },
  ];
}

function formatAlert(context: PagerDutyContext, incident: WorldIncident, alert: WorldAlert) {
  return {
    ...createPagerDutyReference(context, 'alert', 'alerts', alert.id, alert.summary),
    self: `${context.addresses.api}/incidents/${incident.id}/alerts/${alert.id}`,
    type: 'alert',
    created_at: alert.createdAt,
    status: incident.resolvedAt === null ? 'triggered' : 'resolved',
    alert_key: incident.incidentKey,
    service: createServiceReference(context, incident.serviceId),
    incident: createIncidentReference(context, incident),
    suppressed: false,
    severity: alert.severity,
    body: { type: 'alert_body', contexts: [], details: alert.details },
  };
}

function formatNote(context: PagerDutyContext, note: WorldNote) {
  return {
    id: note.id,
    user: createUserReference(context, note.userId),
    channel: { summary: 'The PagerDuty website or APIs', type: 'web' },
    content: note.content,
    created_at: note.createdAt,
  };
}
