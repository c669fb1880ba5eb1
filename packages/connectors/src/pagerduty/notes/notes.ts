import { z } from 'zod';
import type { IncidentNoteWriter } from '../../contract/incident-note-writer.ts';
import { nullIfNotFound } from '../../requests/provider-error.ts';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../client/client.ts';
import { formatIncidentPath } from '../client/id.ts';
import { addNoteSignature, isRefrainNote } from '../records/own-note.ts';
import { readPagerDutyRecord } from '../records/read-record.ts';
import { createIncidentRecord, incidentIncludeParameter, ListedIncident, listAlerts } from '../streams/records.ts';

const Note = z.looseObject({ id: z.string(), content: z.string() });
const Notes = z.looseObject({ notes: z.array(Note) });
const Written = z.looseObject({ note: Note });

export function createPagerDutyNoteWriter(
  connection: { readonly baseUrl: string | null },
  credential: string,
  log: WriteLog,
  options: PagerDutyOptions,
): IncidentNoteWriter {
  const { interactive } = createPagerDutyClients(connection.baseUrl, credential, options);
  return {
    async ensureNote({ incidentId, content, sender }, reason, signal, beforeWriting) {
      const client = interactive(signal);
      const path = formatIncidentPath(incidentId, 'notes');
      const what = `the notes of incident ${incidentId}`;
      const { notes } = await client.request({ path, what }, Notes);
      if (notes.some((note) => isRefrainNote(note.content))) return true;
      await beforeWriting();
      const signed = addNoteSignature(content);
      const written = await performWrite(
        log,
        { action: 'note', target: incidentId, content: { content: signed }, ...reason },
        () =>
          client.request({ method: 'POST', path, what, body: { note: { content: signed } }, from: sender }, Written),
        ({ note }) => ({
          url: null,
          undo: { method: 'DELETE', path: `${path}/${encodeURIComponent(note.id)}`, content: null, expects: null },
        }),
      );
      return written !== null;
    },
    async undo(incidentId, { method, path }, reason, signal) {
      const what = `a note of incident ${incidentId}`;
      const request = { method: method === 'PATCH' ? 'PUT' : method, path, what } as const;
      const undone = await performWrite(
        log,
        { action: 'undo', target: incidentId, content: { method, path }, ...reason },
        async () => {
          await interactive(signal).request(request, z.unknown()).catch(nullIfNotFound);
          return true;
        },
        () => ({ url: null, undo: null }),
      );
      return undone !== null;
    },
  };
}

const Shown = z.looseObject({ incident: ListedIncident });

/** Reads the alert text of a new incident with one request, or two if the incident lacks details of the alerts. */
export async function readPagerDutyAlertText(
  connection: { readonly baseUrl: string | null },
  credential: string,
  incidentId: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<string> {
  const client = createPagerDutyClients(connection.baseUrl, credential, options).interactive(signal);
  const path = formatIncidentPath(incidentId);
  const query = { 'include[]': incidentIncludeParameter };
  const { incident } = await client.request({ path, query, what: `incident ${incidentId}` }, Shown);
  const alerts = await listAlerts(client, incident);
  const unread = { notes: [], logEntries: null, related: null, isSharedLog: false, isUnsettled: false };
  const record = createIncidentRecord({ incident, alerts, ...unread });
  const [failure] = readPagerDutyRecord(record, { services: [] }).failures;
  return failure?.text ?? '';
}
