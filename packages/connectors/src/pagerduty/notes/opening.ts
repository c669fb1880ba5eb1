import { z } from 'zod';
import type { IncidentOpening } from '../../contract/incident-opening.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../client/client.ts';
import { parsePagerDutyCredential } from '../client/credential.ts';
import { incidentPath } from '../client/id.ts';
import { readPagerDutyRecord } from '../records/read-record.ts';
import { incidentRecord, includedWithIncidents, ListedIncident, listAlerts } from '../streams/records.ts';

const Shown = z.looseObject({ incident: ListedIncident });

/**
 * Reads an incident that has just begun: one request, and one for its alerts if they contain more than the event that
 * opened it.
 */
export async function readPagerDutyOpening(
  connection: { readonly baseUrl: string | null },
  credential: string,
  incidentId: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<IncidentOpening> {
  const { interactive: client } = createPagerDutyClients(
    connection.baseUrl,
    parsePagerDutyCredential(credential),
    options,
  );
  const path = incidentPath(incidentId);
  const query = { 'include[]': includedWithIncidents };
  const { incident } = await client.request({ path, query, what: `incident ${incidentId}` }, Shown, signal);
  const alerts = await listAlerts(client, incident, signal);
  const record = incidentRecord({
    incident,
    alerts,
    notes: [],
    logEntries: null,
    related: null,
    isSharedLog: false,
    isUnsettled: false,
  });
  const [failure] = readPagerDutyRecord(record, { services: [] }).failures;
  return { text: failure?.text ?? '' };
}
