import type { PagerDutyEmulator, WorldIncident } from '@refrain/emulators';
import { type ExpectedItem, marksIn } from './expected.ts';

/** What PagerDuty says exists. */
export function expectIncidents(emulator: PagerDutyEmulator): ExpectedItem[] {
  return [
    ...emulator.listIncidents().map(expectIncident),
    ...emulator.listChangeEvents().map(({ id, summary }) => ({
      provider: 'pagerduty' as const,
      kind: 'deployment' as const,
      table: 'change' as const,
      externalId: `change_event/${id}`,
      state: { says: marksIn(summary) },
    })),
  ];
}

function expectIncident(incident: WorldIncident): ExpectedItem {
  const { id, title, notes, logEntries, resolvedAt, priority, urgency, mergedInto } = incident;
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
      severity: priority ?? urgency,
      says: marksIn(title, ...notes.map(({ content }) => content)),
    },
  };
}

/** Each time that it was open again after it had been resolved. */
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
