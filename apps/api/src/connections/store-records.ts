import type { Connection, RawRecord } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';

const idsPerJob = 500;

export interface RecordImportResult {
  readonly connection: Connection;
  readonly received: number;
  /** The number of records that were not stored before. */
  readonly stored: number;
}

/** Stores all records of an import, or none, and enqueues the jobs that parse them. */
export type RecordStorer = (connection: Connection, records: AsyncIterable<RawRecord>) => Promise<RecordImportResult>;

export function createRecordStorer(deps: ApiDeps): RecordStorer {
  const enqueue = createJobEnqueuer(deps);
  return async (connection, records) => {
    const { ids, stored, received } = await deps.store.inbox.storeAll(connection.id, records, 'file');
    const jobs = [];
    for (let start = 0; start < ids.length; start += idsPerJob) {
      jobs.push({ connectionId: connection.id, inboxIds: ids.slice(start, start + idsPerJob) });
    }
    await enqueue('parse-records', jobs);
    return { connection, received, stored };
  };
}
