import { createSortedView, type SortedView } from '../http/sorted-view.ts';
import type { WorldIncident, WorldLogEntry } from '../world.ts';

export interface IncidentLogEntry {
  readonly incidentId: string;
  readonly entry: WorldLogEntry;
}

/** The log of the whole account. It is built on first use, because it is large and most tests need none. */
export interface IncidentLogIndex {
  /** Returns log entries, oldest first, from `since` (inclusive) to `until` (exclusive), in milliseconds since 1970. */
  between(since: number, until: number): readonly IncidentLogEntry[];
  find(id: string): IncidentLogEntry | null;
  update(former: WorldIncident | undefined, incident: WorldIncident): void;
}

/**
 * Types of log entries that PagerDuty lists only in the log of an incident and not in that of the account, according to its API
 * description.
 */
const ownLogOnly: ReadonlySet<string> = new Set([
  'field_value_change_log_entry',
  'custom_field_value_change_log_entry',
]);

function entriesOf({ id, logEntries }: WorldIncident): IncidentLogEntry[] {
  return logEntries.filter(({ type }) => !ownLogOnly.has(type)).map((entry) => ({ incidentId: id, entry }));
}

export function createIncidentLogIndex(incidents: ReadonlyMap<string, WorldIncident>): IncidentLogIndex {
  let built: { readonly byTime: SortedView<IncidentLogEntry>; readonly byId: Map<string, IncidentLogEntry> } | null =
    null;

  function build() {
    const all = [...incidents.values()].flatMap(entriesOf);
    return {
      byTime: createSortedView(all, ({ entry }) => Date.parse(entry.createdAt)),
      byId: new Map(all.map((logged) => [logged.entry.id, logged])),
    };
  }
  return {
    between(since, until) {
      built ??= build();
      return built.byTime.between(since, until);
    },
    find(id) {
      built ??= build();
      return built.byId.get(id) ?? null;
    },
    update(former, incident) {
      if (built === null) return;
      const known = new Set(former?.logEntries.map(({ id }) => id));
      for (const logged of entriesOf(incident)) {
        if (known.has(logged.entry.id)) continue;
        built.byTime.put(logged);
        built.byId.set(logged.entry.id, logged);
      }
    },
  };
}
