import { dayInMs, hourInMs, minuteInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { createCheckConnectionsHandler } from './check-connections.ts';

const { store, enqueued: asked, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();

test('each round checks so many streams that every stream is checked within the interval', async () => {
  const { id } = await connect();
  const streams = Array.from({ length: 130 }, (_, place) => `pulls:acme/${place}`);
  await store.connections.ensureStreams(id, streams);
  for (const stream of streams) {
    const move = { stream, from: { cursor: null, since: null }, next: null, done: true, expected: 0 };
    await store.inbox.storePage(id, { records: [], source: 'pull', stream: move });
  }
  const countAudits = async (connectionCheckEveryMs: number) => {
    asked.length = 0;
    await createCheckConnectionsHandler({ ...depsFor({}), connectionCheckEveryMs, completenessCheckEveryMs: dayInMs })(
      {},
      signal,
    );
    return asked.filter(({ name }) => name === 'check-completeness').length;
  };
  expect(await countAudits(12 * hourInMs)).toBe(65);
  expect(await countAudits(dayInMs)).toBe(130);
  expect(await countAudits(10 * minuteInMs)).toBe(60);
});
