import type { PagerDutyEmulator, WorldIncident } from '@refrain/emulators';
import { type ExpectedRecord, findTextMarkers } from './expected-record.ts';

/** Lists the records that Refrain must have stored for the incidents and changes at the emulated PagerDuty. */
export function listExpectedIncidents(emulator: PagerDutyEmulator): ExpectedRecord[] {
  const names = new Map(emulator.listServices().map(({ id, name }) => [id, name]));
  return [
    ...emulator.listIncidents().map((incident) => expectIncident(incident, names)),
    ...emulator.listChangeEvents().map(({ id, summary }) => ({
      provider: 'pagerduty' as const,
      kind: 'deployment' as const,
      table: 'change' as const,
      externalId: `change_event/${id}`,
      state: { contains: findTextMarkers(summary) },
    })),
  ];
}

function expectIncident(incident: WorldIncident, names: ReadonlyMap<string, string>): ExpectedRecord {
  const { id, title, alerts, notes, logEntries, resolvedAt, priority, urgency, mergedInto, serviceId } = incident;
  const service = names.get(serviceId);
  const field = logEntries.find((entry) => entry.field?.name.includes('mitigated'));
  const acknowledged = logEntries.find(({ type }) => type === 'acknowledge_log_entry');
  return {
    provider: 'pagerduty',
    kind: 'incident',
    table: 'failure',
    externalId: id,
    state: {
      isFailure: mergedInto === undefined,
      resolvedAt,
      acknowledgedAt: acknowledged?.createdAt ?? null,
      reopenings: countReopenings(incident),
      mitigatedAt: field?.createdAt ?? null,
      severity: priority ?? null,
      urgency,
      ...(service === undefined ? {} : { services: [service] }),
      contains: findTextMarkers(
        title,
        ...notes.map(({ content }) => content),
        JSON.stringify(alerts.map(({ details }) => details)),
      ),
    },
  };
}

function countReopenings({ logEntries }: WorldIncident): number {
  let count = 0;
  let isResolved = false;
  for (const { type } of logEntries) {
    const isOpening = type === 'trigger_log_entry' || type === 'acknowledge_log_entry';
    if (isResolved && isOpening) count += 1;
    if (type === 'resolve_log_entry') isResolved = true;
    else if (isOpening) isResolved = false;
  }
  return count;
}
