import { createDecider, type RawRecord } from '@refrain/domain';
import { createPatternForTest, readUnprocessedRows } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { openSharedWorkerWithPagedSource } from '../worker/worker-with-paged-source.ts';
import { createCombinedEventHandler } from './hand-over-events.ts';

const worker = await openSharedWorkerWithPagedSource();
const { store, enqueued: asked, deps, storeAll } = worker;
const repository = { id: 7, full_name: 'acme/api' };

async function handOver(...records: RawRecord[]) {
  const rows = await readUnprocessedRows(store, await storeAll(records));
  asked.length = 0;
  await createCombinedEventHandler(deps)(worker.connection, rows);
  return [...asked];
}

test('enqueues one sync for each stream that events point to', async () => {
  const payload = { ref: 'refs/heads/main', commits: [], repository };
  const connectionId = worker.connection.id;
  const jobs = await handOver(
    { type: 'github.event.push', deliveryKey: 'push/1', payload },
    { type: 'github.event.push', deliveryKey: 'push/2', payload },
  );
  expect(jobs).toEqual([
    { name: 'sync-stream', payload: { connectionId, stream: 'commits:acme/api' } },
    { name: 'sync-stream', payload: { connectionId, stream: 'postmortems:acme/api' } },
  ]);
});

test('a comment on an improvement issue enqueues the sync of the issue', async () => {
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'with an issue',
    patterns: [{ pattern: createPatternForTest({ id: 'p-issue' }), members: [] }],
  });
  const { id: improvementId } = await store.improvements.ensure('p-issue', { repository: 'acme/api', title: 'Bound' });
  await store.improvements.approve(improvementId, {}, createDecider('session', 'the test'));
  await store.improvements.startOpening(improvementId, 'acme/api');
  await store.improvements.recordIssue(improvementId, {
    repository: 'acme/api',
    number: 3,
    url: 'https://x.example/3',
  });
  const comment = (number: number) => ({ action: 'created', repository, issue: { number }, comment: { body: 'Done' } });
  const jobs = await handOver(
    { type: 'github.event.issue_comment', deliveryKey: 'comment/3', payload: comment(3) },
    { type: 'github.event.issue_comment', deliveryKey: 'comment/4', payload: comment(4) },
  );
  expect(jobs.filter(({ name }) => name === 'sync-issue')).toEqual([
    { name: 'sync-issue', payload: { improvementId } },
  ]);
});

test('event handlers ignore pulled records', async () => {
  const payload = { repository: 'acme/api', commit: { sha: 'a'.repeat(40) } };
  expect(await handOver({ type: 'github.commit', deliveryKey: 'pulled', payload })).toEqual([]);
});
