import type { FailureTiming, Instant } from '@refrain/domain';
import type { Incident, LogEntry } from './schema.ts';

/** Types of log entries that occur only while an incident is open. */
const whileOpen = new Set([
  'trigger_log_entry',
  'acknowledge_log_entry',
  'unacknowledge_log_entry',
  'reopen_log_entry',
]);

/**
 * Returns when an incident was acknowledged, mitigated and reopened; null if unknown. The mitigation is the time at
 * which a custom field for it was set, since PagerDuty has no such state. `log` is newest first, also within a second.
 */
export function findIncidentTiming(incident: Incident, log: readonly LogEntry[] | null): FailureTiming | null {
  if (log === null && !incident.acknowledgements?.length) return null;
  const entries = (log ?? []).toReversed().sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const firstOf = (instants: readonly (Instant | null | undefined)[]): Instant | null =>
    instants.flatMap((instant) => instant ?? []).sort()[0] ?? null;
  const acknowledged = entries.filter(({ type }) => type === 'acknowledge_log_entry').map((entry) => entry.created_at);
  return {
    acknowledgedAt: firstOf([...acknowledged, ...(incident.acknowledgements ?? []).map(({ at }) => at)]),
    mitigatedAt: entries.find(isMitigationLogEntry)?.created_at ?? null,
    reopenedAt: reopenings(entries),
  };
}

function reopenings(entries: readonly LogEntry[]): Instant[] {
  const reopened: Instant[] = [];
  let isResolved = false;
  for (const { type, created_at } of entries) {
    if (type === 'resolve_log_entry') isResolved = true;
    else if (isResolved && whileOpen.has(type)) {
      reopened.push(created_at);
      isResolved = false;
    }
  }
  return reopened;
}

/** Tells whether a log entry sets a custom field for mitigation, in either of PagerDuty's two formats. */
export function isMitigationLogEntry({ changeset, channel }: LogEntry): boolean {
  const byField = channel?.changeset?.customer_fields?.some(({ name, value }) => isMitigation(name ?? '', value));
  const byLine = changeset?.some((line) => {
    const [, name, value] = /^Updated (\S{1,100}) to (.{0,200})/u.exec(line) ?? [];
    return isMitigation(name ?? '', value);
  });
  return byField === true || byLine === true;
}

function isMitigation(name: string, value: unknown): boolean {
  const isSet = value !== null && value !== undefined && value !== '' && !/^(?:false|no|null)$/iu.test(String(value));
  return /mitigat/iu.test(name.slice(0, 100)) && isSet;
}
