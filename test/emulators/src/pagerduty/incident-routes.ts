import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pagerDutyId } from '../http/numeric-id.ts';
import { queryValues, type Route } from '../http/reply.ts';
import type { WorldIncident, WorldNote } from '../world.ts';
import { instantNow, type PagerDutyContext, replyList, withIncident } from './context.ts';
import { argumentError } from './error-reply.ts';
import { presentAlert } from './present-alert.ts';
import { presentIncident } from './present-incident.ts';
import { presentLogEntry } from './present-log-entry.ts';
import { presentNote } from './present-note.ts';
import { selectIncidents } from './select-incidents.ts';

const NewNote = z.looseObject({ note: z.looseObject({ content: z.string().min(1) }) });

export function incidentRoutes(
  context: PagerDutyContext,
  noteAdded: (incident: WorldIncident, note: WorldNote) => void,
): Route[] {
  const { state } = context;
  return [
    {
      method: 'get',
      path: '/incidents',
      handle: (call) => {
        const selected = selectIncidents(state.incidents.values(), call.query, context.now());
        if (typeof selected === 'string') return argumentError([selected]);
        const include = queryValues(call.query, 'include');
        return replyList(call, 'incidents', selected, (incident) => presentIncident(context, incident, include));
      },
    },
    {
      method: 'get',
      path: '/incidents/:id',
      handle: withIncident(context, (incident, call) => ({
        status: 200,
        body: { incident: presentIncident(context, incident, queryValues(call.query, 'include')) },
      })),
    },
    {
      method: 'get',
      path: '/incidents/:id/alerts',
      handle: withIncident(context, (incident, call) =>
        replyList(call, 'alerts', incident.alerts, (alert) => presentAlert(context, incident, alert)),
      ),
    },
    {
      method: 'get',
      path: '/incidents/:id/log_entries',
      handle: withIncident(context, (incident, call) => {
        const newestFirst = [...incident.logEntries].reverse();
        return replyList(call, 'log_entries', newestFirst, (entry) => presentLogEntry(context, incident, entry));
      }),
    },
    {
      method: 'get',
      path: '/incidents/:id/notes',
      handle: withIncident(context, (incident) => ({
        status: 200,
        body: { notes: incident.notes.map((note) => presentNote(context, note)) },
      })),
    },
    {
      method: 'post',
      path: '/incidents/:id/notes',
      handle: withIncident(context, (incident, call) => {
        const wanted = NewNote.safeParse(call.body);
        const author = [...state.users.values()].find((user) => user.email === call.headers.from);
        if (author === undefined) return argumentError(['Requester User Not Found'], 2001, 'Invalid Input Provided');
        if (!wanted.success) return argumentError(["Content can't be empty"]);
        const note: WorldNote = {
          id: pagerDutyId('note', randomUUID()),
          content: wanted.data.note.content,
          userId: author.id,
          createdAt: instantNow(context),
        };
        const changed = { ...incident, updatedAt: note.createdAt, notes: [...incident.notes, note] };
        state.putIncident(changed);
        noteAdded(changed, note);
        return { status: 200, body: { note: presentNote(context, note) } };
      }),
    },
    {
      method: 'get',
      path: '/log_entries',
      handle: (call) => {
        const all = [...state.incidents.values()]
          .flatMap((incident) => incident.logEntries.map((entry) => ({ incident, entry })))
          .sort((a, b) => Date.parse(b.entry.createdAt) - Date.parse(a.entry.createdAt));
        return replyList(call, 'log_entries', all, ({ incident, entry }) => presentLogEntry(context, incident, entry));
      },
    },
  ];
}
