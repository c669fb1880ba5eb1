import { z } from 'zod';
import type { IncidentAlertText } from '../../contract/incident-alert-text.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../client/client.ts';
import { formatIncidentPath } from '../client/id.ts';
import { readPagerDutyRecord } from '../records/read-record.ts';
import { createIncidentRecord, incidentListIncludes, ListedIncident, listAlerts } from '../streams/records.ts';

const Shown = z.looseObject({ incident: ListedIncident });

/** Reads the alert text of a new incident by 1 request, or 2 if the alerts have more details. */
export async function readPagerDutyAlertText(
  connection: { readonly baseUrl: string | null },
  credential: string,
  incidentId: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<IncidentAlertText> {
  const { interactive: client } = createPagerDutyClients(connection.baseUrl, credential, options);
  const path = formatIncidentPath(incidentId);
  const query = { 'include[]': incidentListIncludes };
  const { incident } = await client.request({ path, query, what: `incident ${incidentId}` }, Shown, signal);
  const alerts = await listAlerts(client, incident, signal);
  const record = createIncidentRecord({
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
