import {
  inScope,
  isOfAccount,
  listPeople,
  listTouchedIssues,
  listTouchedStreams,
  namedRepository,
  readAskedAgain,
  readChangedPull,
  readCheckAnswer,
} from '@refrain/connectors';
import { type Connection, dayInMs, type ErrorCode, secondInMs, toAppError } from '@refrain/domain';
import { type Handler, type JobPayload, tryEach } from '@refrain/jobs';
import type { InboxQueries, InboxRow, SettledRecord } from '@refrain/store';
import type { IngestDeps } from '../worker/deps.ts';
import { mapInTurns } from '../worker/map-yielding.ts';
import { irrelevantRow, readRow, unreadable } from './parse-row.ts';

/**
 * Reads stored payloads into failures and changes, then asks for what follows from those that changed. Only records that are
 * stored name people, because the author of a pull request that nobody has merged can choose any name. If a batch fails, its records
 * are read one by one, and only those that fail again are enqueued again.
 */
export function createNormaliseRecords({ store, producer, now, onLag }: IngestDeps): Handler<'normalise-records'> {
  return async ({ connectionId, inboxIds }) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    try {
      await read(connection, inboxIds);
    } catch (thrown) {
      if (inboxIds.length === 1 || toAppError(thrown).code === 'unavailable') throw thrown;
      const failed = await tryEach(inboxIds, (id) => read(connection, [id]));
      await producer.enqueueMany(
        'normalise-records',
        failed.map((id) => ({ connectionId, inboxIds: [id] })),
      );
    }
  };

  async function read(connection: Connection, inboxIds: readonly string[]): Promise<void> {
    const connectionId = connection.id;
    for await (const received of store.inbox.readUnprocessed(inboxIds)) {
      const rows = received.filter((row) => isOfAccount(connection, row));
      const ofOthers = received.filter((row) => !isOfAccount(connection, row));
      const readings = await mapInTurns(rows, (row) => ({ row, reading: readRow(row, connection.scope, now()) }));
      await store.people.add(
        connectionId,
        readings.flatMap(({ row, reading }) => (reading.outcome === 'stored' ? listPeople(row.payload) : [])),
      );
      const named = rows.map((row) => namedRepository(row.provider, row)).filter((one) => one !== null);
      await store.scope.learnNames(connectionId, named);
      // Before they are settled: of a row that is, nobody is told again.
      await producer.enqueueMany('check-pull', await listPullsToCheck({ store, now }, connection, rows));
      const touched = [...new Set(rows.flatMap((row) => listTouchedStreams(row.provider, row)))];
      if (touched.length > 0) await store.connections.touchStreams(connectionId, touched);
      const { changed, repositories } = await settle(store.inbox, [
        ...readings.map(({ reading }) => reading),
        ...ofOthers.map(irrelevantRow),
      ]);
      onLag?.(
        'normalise',
        rows.map(({ waitingSince }) => (now() - Date.parse(waitingSince)) / secondInMs),
      );
      const renamed = await store.people.goOver();
      await producer.enqueueMany(
        'detect-failures',
        repositories.map((repository) => ({ connectionId, repository })),
      );
      await producer.enqueueMany(
        'sync-stream',
        touched.map((stream) => ({ connectionId, stream })),
      );
      for (const { repository, number } of rows.flatMap((row) => listTouchedIssues(row.provider, row))) {
        const improvement = await store.improvements.findByIssue(repository, number);
        if (improvement !== null) await producer.enqueue('sync-issue', { improvementId: improvement.id });
      }
      const undeployed = await store.improvements.listUndeployed(repositories);
      await producer.enqueueMany(
        'verify-effect',
        undeployed.map((improvementId) => ({ improvementId })),
      );
      if (changed + renamed > 0) await producer.enqueue('recluster-when-due', {});
    }
  }
}

/** What was told of longer ago, as when all is read anew, is no news of a pull request. */
const newsForMs = dayInMs;

/** Open pull requests that are new or changed, where they are to be checked, and those with whose check people did something. */
async function listPullsToCheck(
  { store, now }: Pick<IngestDeps, 'store' | 'now'>,
  { id: connectionId, scope }: Connection,
  rows: readonly InboxRow[],
): Promise<JobPayload<'check-pull'>[]> {
  const recent = rows.filter(({ receivedAt }) => now() - Date.parse(receivedAt) < newsForMs);
  const changed = recent
    .map(readChangedPull)
    .filter((pull) => pull !== null)
    .filter(({ repository }) => inScope(scope.repositories, repository));
  const isWanted = changed.length > 0 && (await store.policies.find()).policy.checkPulls;
  const pulls = isWanted ? changed.map((pull) => ({ connectionId, ...pull })) : [];
  await store.pullLooks.want(pulls);
  for (const row of recent) {
    const unhelpful = readCheckAnswer(row);
    const place = unhelpful && (await store.pullChecks.dismiss(connectionId, unhelpful.id, unhelpful.checkRunId));
    if (place !== null) pulls.push(place);
    const again = readAskedAgain(row);
    if (again !== null) pulls.push(...(await store.pullChecks.askAgain(connectionId, again)));
  }
  return pulls;
}

interface Settled {
  readonly changed: number;
  readonly repositories: readonly string[];
}

/** Of the store: something is wrong with what was to be stored, and will be the next time. */
const blamesRecord: ReadonlySet<ErrorCode> = new Set(['invalid_input', 'conflict', 'too_large']);

/**
 * All at once; where the store refuses that, one by one, so that only the record that it refuses is left out. What goes wrong for
 * any other reason is no record's fault.
 */
async function settle(inbox: InboxQueries, results: readonly SettledRecord[]): Promise<Settled> {
  try {
    const { failuresChanged, changesChanged, repositories } = await inbox.settle(results);
    return { changed: failuresChanged + changesChanged, repositories };
  } catch (thrown) {
    const error = toAppError(thrown);
    const [first] = results;
    if (error.code === 'unavailable' || first === undefined) throw error;
    if (results.length > 1) {
      const settled: Settled[] = [];
      for (const result of results) settled.push(await settle(inbox, [result]));
      return {
        changed: settled.reduce((sum, { changed }) => sum + changed, 0),
        repositories: [...new Set(settled.flatMap(({ repositories }) => repositories))],
      };
    }
    if (first.outcome === 'unreadable' || !blamesRecord.has(error.code)) throw error;
    return settle(inbox, [{ inboxId: first.inboxId, ...unreadable(`The store refuses it: ${error.message}`) }]);
  }
}
