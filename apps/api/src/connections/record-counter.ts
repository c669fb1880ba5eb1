import type { ProviderRegistry } from '@refrain/connectors';
import type { Connection, RecordCheckResponse } from '@refrain/domain';
import type { ClassifiedRecord } from './classify-records.ts';

/** Counts records by their state, and by the connections that have delivered the existing ones. */
export interface RecordCounter {
  add(record: ClassifiedRecord): void;
  result(): RecordCheckResponse;
}

export function createRecordCounter(providers: Pick<ProviderRegistry, 'get'>): RecordCounter {
  const counts = { new: 0, changed: 0, unchanged: 0, existing: 0 };
  const bySource = new Map<string, number>();
  return {
    add(record) {
      counts[record.state] += 1;
      if (record.state !== 'existing') return;
      for (const connection of record.connections) {
        const name = formatSource(providers, connection);
        bySource.set(name, (bySource.get(name) ?? 0) + 1);
      }
    },
    result() {
      const sources = [...bySource].map(([name, records]) => ({ name, records }));
      return {
        records: counts.new + counts.changed + counts.unchanged + counts.existing,
        fresh: counts.new,
        changed: counts.changed,
        existing: { records: counts.existing, sources: sources.sort((a, b) => b.records - a.records) },
      };
    },
  };
}

function formatSource(providers: Pick<ProviderRegistry, 'get'>, { provider, account }: Connection): string {
  const entry = providers.get(provider);
  return entry.account === undefined ? account : `${entry.descriptor.name} ${account}`;
}
