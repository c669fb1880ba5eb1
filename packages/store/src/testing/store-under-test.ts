import {
  type ChangeDraft,
  type Connection,
  type Digest,
  defaultConnectionScope,
  type FailureDraft,
  type ObservedEpisode,
  type Pattern,
  type RawRecord,
} from '@refrain/domain';
import { inject } from 'vitest';
import type { Store, StoreOptions } from '../create-store.ts';
import { createStore } from '../create-store.ts';
import type { ImprovementProposal } from '../improvements/improvements.ts';
import type { ParsedRecord } from '../inbox/apply-records.ts';
import type { InboxRow } from '../inbox/inbox.ts';
import { analysisLock } from '../sql/in-transaction.ts';
import { stableId } from '../sql/stable-id.ts';
import { cleanUpAfterTest } from './clean-up-after-test.ts';
import { openRawDatabaseClient, runWithPostgresClient, testEncryptionKey } from './index.ts';
import { takeTestDatabase } from './test-databases.ts';

export { cleanUpAfterTest } from './clean-up-after-test.ts';

export interface StoreUnderTest {
  readonly store: Store;
  readonly databaseUrl: string;
  /** Opens another store on the same database, as another process would. */
  open(options?: Partial<StoreOptions>): Store;
  /** Runs a query outside the store, to check what is stored. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** Opens a migrated store on its own database until the end of the current test, or of the file if no test runs. */
export async function openStoreUnderTest(): Promise<StoreUnderTest> {
  const { databaseUrl, release } = await takeTestDatabase(inject('databaseUrl'), inject('templateDatabase'));
  const stores: Store[] = [];
  function open(options: Partial<StoreOptions> = {}): Store {
    const store = createStore({ databaseUrl, encryptionKey: testEncryptionKey, ...options });
    stores.push(store);
    return store;
  }
  cleanUpAfterTest(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await release();
  });
  const store = open();
  await store.migrate();
  return {
    store,
    databaseUrl,
    open,
    query: (text, values = []) =>
      runWithPostgresClient(databaseUrl, async (client) => (await client.query(text, values)).rows),
  };
}

/** Holds the analysis lock, as a slow clustering run does, until the returned function is called. */
export async function acquireAnalysisLock(databaseUrl: string): Promise<() => Promise<void>> {
  const holder = await openRawDatabaseClient(databaseUrl);
  await holder.query('begin');
  await holder.query(`select pg_advisory_xact_lock(hashtextextended('refrain/${analysisLock}', 0))`);
  return () => holder.end();
}

/** Reads the rows with these ids that are still unprocessed. */
export async function readUnprocessedRows(store: Store, ids: readonly string[]): Promise<InboxRow[]> {
  const rows: InboxRow[] = [];
  for await (const slice of store.inbox.readUnprocessed(ids)) rows.push(...slice);
  return rows;
}

export function createTestConnection(store: Store, account: string): Promise<Connection> {
  return store.connections.ensure({
    provider: 'github',
    account,
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    credential: 'ghp_example',
    webhookSecret: null,
  });
}

/** Stores incidents with these values, and returns their ids in the same order. Each needs its own external id. */
export async function storeTestIncidents(
  store: Store,
  drafts: readonly (Partial<FailureDraft> & Pick<FailureDraft, 'externalId'>)[],
): Promise<string[]> {
  const { id: connectionId } = await createTestConnection(store, 'acme');
  await store.failures.upsert(connectionId, drafts.map(createTestFailureDraft));
  return drafts.map(({ externalId }) => stableId('failure', connectionId, 'incident', externalId));
}

export function createTestRecord(deliveryKey: string, payload: unknown = { key: deliveryKey }): RawRecord {
  return { type: 'github.commit', deliveryKey, payload };
}

export function createTestParsedRecord(inboxId: string | undefined, result: Partial<ParsedRecord> = {}): ParsedRecord {
  return { inboxId: inboxId ?? '', outcome: 'stored', problem: null, failures: [], changes: [], ...result };
}

export function createTestFailureDraft(draft: Partial<FailureDraft> = {}): FailureDraft {
  return {
    kind: 'incident',
    externalId: 'PD1',
    title: 'Checkout answers 502',
    text: 'upstream timed out',
    services: ['checkout'],
    repository: 'acme/checkout',
    environment: 'production',
    paths: ['src/pool.ts'],
    sha: null,
    occurredAt: '2026-01-02T03:04:05.678Z',
    resolvedAt: null,
    precision: 'instant',
    severity: 'high',
    url: null,
    version: '2026-01-02T04:00:00.000Z',
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 0.9,
    ...draft,
  };
}

export function createTestChangeDraft(draft: Partial<ChangeDraft> = {}): ChangeDraft {
  return {
    kind: 'merged_pull_request',
    externalId: 'acme/checkout#12',
    repository: 'acme/checkout',
    environment: null,
    title: 'Bound the pool',
    text: '',
    sha: 'abc',
    parents: ['p1', 'p2'],
    number: 12,
    branch: 'bound-pool',
    base: null,
    paths: ['src/pool.ts'],
    occurredAt: '2026-01-02T02:00:00.000Z',
    succeeded: null,
    url: null,
    version: '2026-01-02T02:00:00.000Z',
    ...draft,
  };
}

export function createTestProposal(values: Partial<ImprovementProposal> = {}): ImprovementProposal {
  return {
    repository: 'acme/checkout',
    title: 'Bound the pool',
    guardrailId: 'bound-pools',
    peopleHours: 12,
    reason: null,
    ...values,
  };
}

export function createPatternForTest(values: Partial<Pattern> = {}): Pattern {
  return {
    id: 'pattern-1',
    name: 'Connection pool runs dry',
    lesson: 'Under load the pool had no bound.',
    scenario: {
      mechanism: null,
      trigger: 'All episodes came with a rise in load.',
      cause: 'The pool was full.',
      symptom: null,
      resolution: null,
    },
    terms: ['pool', 'timeout'],
    cause: 'capacity',
    trigger: 'traffic',
    causes: [{ cause: 'capacity', confidence: 0.6, evidence: ['too many clients'] }],
    triggers: [{ trigger: 'traffic', confidence: 0.4, evidence: [] }],
    services: ['checkout'],
    repositories: ['acme/checkout'],
    confidence: 0.8,
    kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
    episodes: 2,
    // The harm equals the number of episodes unless a test sets the harm.
    harm: values.episodes ?? 2,
    firstAt: '2026-01-01T00:00:00.000Z',
    lastAt: '2026-02-01T00:00:00.000Z',
    ...values,
  };
}

export function createTestEpisode(values: Partial<ObservedEpisode> = {}): ObservedEpisode {
  return {
    id: 'e1',
    patternId: null,
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    startedAt: '2026-01-02T03:00:00.000Z',
    precision: 'instant',
    endedAt: null,
    hours: null,
    services: [],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [],
    ...values,
  };
}

export function createTestDigest(values: Partial<Digest> = {}): Digest {
  return {
    scope: { kind: 'organisation' },
    period: { kind: 'week', from: '2026-01-05T00:00:00.000Z', until: '2026-01-12T00:00:00.000Z' },
    episodes: 3,
    episodesBefore: 1,
    impactHours: 6,
    impactHoursBefore: 2,
    costliest: [],
    fixVerdicts: { verified: 0, recurred: 0 },
    changes: null,
    changesBefore: null,
    patterns: [],
    completeness: { accounts: 1, problems: [], gaps: 0, unassigned: { failures: 1, of: 4 } },
    document: {
      title: 'The week of 2026-01-05',
      badges: [],
      lead: { text: '3 episodes', refs: [], method: null },
      sections: [],
      sources: [],
    },
    asOf: '2026-01-13T00:00:00.000Z',
    ...values,
  };
}
