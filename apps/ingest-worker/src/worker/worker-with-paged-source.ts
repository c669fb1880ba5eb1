import type { FailureSource, Page } from '@refrain/connectors';
import { AppError, type Connection, type RawRecord } from '@refrain/domain';
import type { JobName } from '@refrain/jobs';
import { beforeEach } from 'vitest';
import type { IngestDeps } from './deps.ts';
import { openWorkerUnderTest, type WorkerUnderTest } from './worker-under-test.ts';

export interface SimulatedPagedSource {
  pages: (Page | AppError)[];
  requestedPages: { cursor: string | null; since: string | null }[];
  /** For each requested page, whether the request was part of a sync. */
  syncs: boolean[];
  duringRequest: () => Promise<void>;
}

export interface WorkerWithPagedSource extends Pick<WorkerUnderTest, 'store' | 'databaseUrl' | 'enqueued' | 'clock'> {
  readonly deps: IngestDeps;
  readonly provider: SimulatedPagedSource;
  readonly connection: Connection;
  target(): { connectionId: string; stream: string };
  names(): JobName[];
  storeAll(records: RawRecord[]): Promise<string[]>;
}

const noPages = (): SimulatedPagedSource => ({
  pages: [],
  requestedPages: [],
  syncs: [],
  duringRequest: async () => {},
});

/** Prepares a worker with one connection. Its provider has the commit streams of two repositories, which have no pages yet. */
export async function startWorkerWithPagedSource(): Promise<WorkerWithPagedSource> {
  const worker = await openWorkerUnderTest();
  const connection = await worker.connect();
  return toPagedWorker(worker, noPages(), () => connection);
}

/** Prepares one worker for all tests of a file. Before each test, a new connection replaces the previous one. */
export async function openSharedWorkerWithPagedSource(): Promise<WorkerWithPagedSource> {
  const worker = await openWorkerUnderTest();
  const { store, enqueued: asked, clock, connect } = worker;
  const provider = noPages();
  let connection: Connection;
  beforeEach(async () => {
    asked.length = 0;
    Object.assign(provider, noPages());
    clock.now = Date.now();
    for (const { id } of await store.connections.list()) await store.connections.remove(id);
    connection = await connect();
  });
  return toPagedWorker(worker, provider, () => connection);
}

function toPagedWorker(
  { store, databaseUrl, enqueued: asked, clock, depsFor }: WorkerUnderTest,
  provider: SimulatedPagedSource,
  connectionNow: () => Connection,
): WorkerWithPagedSource {
  const source: Partial<FailureSource> = {
    listStreams: async () => {
      await provider.duringRequest();
      return ['commits:acme/api', 'commits:acme/web'];
    },
    pull: async ({ cursor, since, findKnown }) => {
      provider.requestedPages.push({ cursor, since });
      provider.syncs.push(findKnown !== undefined);
      await provider.duringRequest();
      const page = provider.pages.shift();
      if (page instanceof AppError) throw page;
      return page ?? { records: [], next: null, expected: null };
    },
    listInScope: async () => [
      { id: '1', name: 'acme/api' },
      { id: '2', name: 'acme/web' },
    ],
  };
  return {
    store,
    databaseUrl,
    enqueued: asked,
    clock,
    deps: depsFor(source),
    provider,
    get connection() {
      return connectionNow();
    },
    target: () => ({ connectionId: connectionNow().id, stream: 'commits:acme/api' }),
    names: () => asked.map(({ name }) => name),
    storeAll: async (records) => (await store.inbox.storePage(connectionNow().id, { records, source: 'pull' })).newIds,
  };
}

/** Returns a commit whose SHA repeats `digit` 40 times. */
export function createCommitRecord(digit: string, message: string, day = 1): RawRecord {
  const sha = digit.repeat(40);
  const date = `2026-03-0${day}T10:00:00Z`;
  const person = { name: 'Jo Doe', email: 'jo@acme.example', date };
  return {
    type: 'github.commit',
    deliveryKey: `commit/acme/api/${sha}`,
    payload: {
      repository: 'acme/api',
      commit: {
        sha,
        parents: [],
        html_url: `https://github.com/acme/api/commit/${sha}`,
        author: { login: 'jo' },
        committer: { login: 'jo' },
        commit: { message, author: person, committer: person },
        files: [{ filename: 'src/pool.ts' }],
      },
    },
  };
}

export const commitAndItsRevert = [
  createCommitRecord('a', 'Raise the pool size', 1),
  createCommitRecord(
    'b',
    `Revert "Raise the pool size"\n\nPostgres ran out of connections.\n\nThis reverts commit ${'a'.repeat(40)}.`,
    2,
  ),
];
