import {
  AppError,
  type Connection,
  type ExistingRecords,
  formatSourceNames,
  type ImportResponse,
  type RawRecord,
} from '@refrain/domain';
import type { Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { confirmAccess } from '../http/authentication/confirm-access.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { classifyEach } from './classify-each.ts';
import { createRecordClassifier } from './classify-records.ts';
import { createRecordCounter } from './record-counter.ts';

const idsPerJob = 500;

/** The archive into which records are imported. */
export interface ImportTarget {
  /** Returns the archive; null if it does not exist yet. */
  find(): Promise<Connection | null>;
  /** Returns the archive, and creates it if it does not exist. */
  ensure(): Promise<Connection>;
}

/**
 * Stores all records of an import except those that other connections have delivered, or none, and enqueues the jobs that parse them.
 * @throws {AppError} `conflict` if other connections have delivered all records, so that no empty archive is created
 */
export type RecordStorer = (target: ImportTarget, records: AsyncIterable<RawRecord>) => Promise<ImportResponse>;

export function createRecordStorer(deps: ApiDeps): RecordStorer {
  const enqueue = createJobEnqueuer(deps);

  return async (target, records) => {
    const known = await target.find();
    const classifier = await createRecordClassifier(deps, known);
    const counter = createRecordCounter(deps.providers);
    async function* listMissing(): AsyncGenerator<RawRecord> {
      for await (const { item, classified } of classifyEach(classifier, records, (record) => record)) {
        if (classified === null) continue;
        counter.add(classified);
        if (classified.state !== 'existing') yield item;
      }
    }
    const missing = listMissing();
    const first = await missing.next();
    if (first.done && known === null) throw createNothingNewError(counter.result().existing);
    const connection = await target.ensure();
    const { ids, stored } = await deps.store.inbox.storeAll(connection.id, resume(first, missing), 'file');
    const jobs = [];
    for (let start = 0; start < ids.length; start += idsPerJob) {
      jobs.push({ connectionId: connection.id, inboxIds: ids.slice(start, start + idsPerJob) });
    }
    await enqueue('parse-records', jobs);
    const { records: received, changed, existing } = counter.result();
    return { connection, received, stored, changed, existing };
  };
}

/** Returns the same target, but checks the caller's access again before the archive is created or written. */
export function confirmBeforeImport(deps: ApiDeps, response: Response, target: ImportTarget): ImportTarget {
  return {
    find: target.find,
    async ensure() {
      await confirmAccess(deps, response);
      return target.ensure();
    },
  };
}

async function* resume<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

function createNothingNewError({ records, sources }: ExistingRecords): AppError {
  const all = records === 1 ? 'The record already exists' : `All ${records} records already exist`;
  return new AppError(
    'conflict',
    `${all} (from ${formatSourceNames(sources)}). Nothing was imported, and no archive was created.`,
  );
}
