import { type FailureSource, providers } from '@refrain/connectors';
import { type Connection, type ConnectionScope, defaultScope, type Provider } from '@refrain/domain';
import type { JobName, JobPayload, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { openStoreUnderTest } from '@refrain/store/under-test';
import type { IngestDeps } from './deps.ts';

export interface AskedJob {
  readonly name: JobName;
  readonly payload: unknown;
}

export interface WorkerUnderTest {
  readonly store: Store;
  readonly databaseUrl: string;
  /** The jobs that the handlers enqueued, oldest first. */
  readonly asked: AskedJob[];
  /** Milliseconds since 1970: only a test moves it. */
  readonly clock: { now: number };
  connect(scope?: Partial<ConnectionScope>, provider?: Provider): Promise<Connection>;
  /** @param own the jobs and the clock of one test, in place of those of the worker */
  depsFor(source: Partial<FailureSource>, own?: Partial<Pick<WorkerUnderTest, 'asked' | 'clock'>>): IngestDeps;
}

/** Opens what the handlers need: a real store, a queue that only records jobs, and a clock that stands still. */
export async function openWorkerUnderTest(): Promise<WorkerUnderTest> {
  const { store, databaseUrl } = await openStoreUnderTest();
  const asked: AskedJob[] = [];
  const clock = { now: Date.now() };
  let accounts = 0;
  return {
    store,
    databaseUrl,
    asked,
    clock,
    connect(scope = {}, provider = 'github') {
      accounts += 1;
      return store.connections.ensure({
        provider,
        account: 'acme',
        baseUrl: `https://api-${accounts}.example.com`,
        scope: { ...defaultScope, ...scope },
        credential: 'a secret',
        webhookSecret: 'another secret',
      });
    },
    depsFor: (source, own = {}) => ({
      store,
      producer: notingProducer(own.asked ?? asked),
      providers,
      openSource: () => ({ ...unasked, ...source }),
      now: () => (own.clock ?? clock).now,
    }),
  };
}

const notAskedFor = () => Promise.reject(new Error('not asked for'));
const unasked: Required<FailureSource> = {
  provider: 'github',
  verify: notAskedFor,
  listStreams: notAskedFor,
  listInScope: notAskedFor,
  pull: notAskedFor,
  listExisting: notAskedFor,
  findMoved: notAskedFor,
  ensureWebhook: notAskedFor,
  redeliver: notAskedFor,
  listCatalogueFiles: notAskedFor,
};

function notingProducer(asked: AskedJob[]): Producer {
  const enqueueMany = async <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => {
    asked.push(...payloads.map((payload) => ({ name, payload })));
  };
  return {
    enqueueMany,
    enqueue: (name, payload) => enqueueMany(name, [payload]),
    schedule: async () => {},
    counts: notAskedFor,
    removeNaming: async () => 0,
    ping: async () => {},
    close: async () => {},
  };
}
