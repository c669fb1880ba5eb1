import { type FailureSource, providers } from '@refrain/connectors';
import { type Connection, type ConnectionScope, defaultConnectionScope, type Provider } from '@refrain/domain';
import type { JobName, JobPayload, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { openStoreUnderTest } from '@refrain/store/under-test';
import type { IngestDeps } from './deps.ts';

export interface EnqueuedJob {
  readonly name: JobName;
  readonly payload: unknown;
}

export interface WorkerUnderTest {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly enqueued: EnqueuedJob[];
  /** Milliseconds since 1970. The clock stands still unless a test moves it. */
  readonly clock: { now: number };
  connect(scope?: Partial<ConnectionScope>, provider?: Provider): Promise<Connection>;
  depsFor(source: Partial<FailureSource>, own?: Partial<Pick<WorkerUnderTest, 'enqueued' | 'clock'>>): IngestDeps;
}

/** Prepares handlers on a real store, with a queue that only records jobs, and with a clock that stands still. */
export async function openWorkerUnderTest(): Promise<WorkerUnderTest> {
  const { store, databaseUrl } = await openStoreUnderTest();
  const asked: EnqueuedJob[] = [];
  const clock = { now: Date.now() };
  let accounts = 0;
  return {
    store,
    databaseUrl,
    enqueued: asked,
    clock,
    connect(scope = {}, provider = 'github') {
      accounts += 1;
      return store.connections.ensure({
        provider,
        account: 'acme',
        baseUrl: `https://api-${accounts}.example.com`,
        scope: { ...defaultConnectionScope, ...scope },
        credential: 'a secret',
        webhookSecret: 'another secret',
      });
    },
    depsFor: (source, own = {}) => ({
      store,
      producer: notingProducer(own.enqueued ?? asked),
      providers,
      openSource: () => ({ ...unexpectedSource, ...source }),
      now: () => (own.clock ?? clock).now,
    }),
  };
}

const unexpectedCall = () => Promise.reject(new Error('This test does not expect this call'));
const unexpectedSource: Required<FailureSource> = {
  provider: 'github',
  verify: unexpectedCall,
  listStreams: unexpectedCall,
  listInScope: unexpectedCall,
  pull: unexpectedCall,
  listExisting: unexpectedCall,
  findMoved: unexpectedCall,
  ensureWebhook: unexpectedCall,
  redeliver: unexpectedCall,
  listCatalogueFiles: unexpectedCall,
};

function notingProducer(asked: EnqueuedJob[]): Producer {
  const enqueueMany = async <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => {
    asked.push(...payloads.map((payload) => ({ name, payload })));
  };
  return {
    enqueueMany,
    enqueue: (name, payload) => enqueueMany(name, [payload]),
    schedule: async () => {},
    counts: unexpectedCall,
    removeNaming: async () => 0,
    ping: async () => {},
    close: async () => {},
  };
}
