import { AppError } from '@refrain/domain';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { createDecisionQueries } from './access/decisions.ts';
import { createIdempotentRequestQueries } from './access/idempotent-requests.ts';
import { createOnboardingQueries } from './access/onboarding.ts';
import { createSessionQueries } from './access/sessions.ts';
import { createSignInLinkQueries } from './access/sign-in-links.ts';
import { createTokenCache, createTokenQueries } from './access/tokens.ts';
import { createUserQueries } from './access/users.ts';
import { createCatalogueQueries } from './catalogue/catalogue.ts';
import { createOwnerQueries } from './catalogue/owners.ts';
import { createServiceTeamQueries } from './catalogue/service-teams.ts';
import { createAppRegistrationQueries } from './connections/app-registrations.ts';
import { createCompletenessQueries } from './connections/completeness.ts';
import { createConnectionProblemQueries } from './connections/connection-problems.ts';
import { createConnectionSummaryQueries } from './connections/connection-status.ts';
import { createConnectionQueries } from './connections/connections.ts';
import { createCompletenessCheckQueries } from './connections/reconciliations.ts';
import { createScopeMemberQueries } from './connections/scope-members.ts';
import { checkEncryptionKeys } from './encryption/check-encryption-keys.ts';
import { createKeyRotationQueries } from './encryption/key-rotation.ts';
import { createKeyring } from './encryption/keyring.ts';
import { createDeliveryQueries } from './events/deliveries.ts';
import { createEventQueries } from './events/events.ts';
import { createSubscriptionQueries } from './events/subscriptions.ts';
import { createChangeQueries } from './failures/changes.ts';
import { createEqualFailureQueries } from './failures/equal-failures.ts';
import { createFailureQueries } from './failures/failures.ts';
import { createPassageVectorQueries } from './failures/passage-vectors.ts';
import { createSearchIndexQueries } from './failures/search.ts';
import { createStoredExternalIdQueries } from './failures/stored-external-ids.ts';
import { createImprovementQueries } from './improvements/improvements.ts';
import { createIncidentNoteQueries } from './improvements/incident-notes.ts';
import { createPendingPullCheckQueries } from './improvements/pending-pull-checks.ts';
import { createPolicyQueries } from './improvements/policies.ts';
import { createProviderWriteQueries } from './improvements/provider-writes.ts';
import { createPullCheckQueries } from './improvements/pull-checks.ts';
import { createDeadLetterQueries } from './inbox/dead-letters.ts';
import { createInboxQueries } from './inbox/inbox.ts';
import { createErasedNamesReader } from './names/erased-names.ts';
import { createKnownNamesReader } from './names/known-names-reader.ts';
import { createChangeAssessmentQueries } from './patterns/change-assessments.ts';
import { createClusterRunQueries } from './patterns/cluster-runs.ts';
import { createCorrectionQueries } from './patterns/corrections.ts';
import { createLinkQueries } from './patterns/links.ts';
import { createNewFailureQueries } from './patterns/new-failures.ts';
import { createPatternQueries } from './patterns/patterns.ts';
import { createDigestQueries } from './reports/digests.ts';
import { createProcessingLagQueries } from './reports/lag.ts';
import { createMeasurementQueries } from './reports/measurements.ts';
import { createObservationQueries } from './reports/observations.ts';
import { createPendingReportQueries } from './reports/pending-reports.ts';
import { createReportQueries } from './reports/reports.ts';
import { createServiceQueries } from './reports/service-summaries.ts';
import { createErasureQueries } from './retention/erasures.ts';
import { createPersonNameQueries } from './retention/person-names.ts';
import type { Database } from './schema/database.ts';
import { migrateToLatest } from './schema/migrate.ts';
import { createAdvisoryLock } from './sql/advisory-lock.ts';
import { createCountCache } from './sql/cached-counts.ts';
import { createPostgresDialect, createPostgresPool } from './sql/postgres-pool.ts';
import { createWordSearch } from './sql/word-search.ts';

export interface StoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly databaseUrl: string;
  /** 32 bytes, with which credentials, webhook secrets and the payloads of the inbox are encrypted. */
  readonly encryptionKey: Uint8Array;
  /** Further encryption keys that only decrypt. They are needed during a key rotation. */
  readonly otherEncryptionKeys?: readonly Uint8Array[];
  /** Maximum number of connections to PostgreSQL; 10 by default. */
  readonly poolSize?: number;
  /** Parallel workers per query; PostgreSQL's default if absent. Use 0 if many queries run concurrently. */
  readonly parallelWorkers?: number;
  /** Minimum milliseconds for which a list's total is reused if counting was slow; 0 (default) disables this cache. */
  readonly countCacheMs?: number;
  /** Milliseconds for which a token is cached; 0 by default. A revoked token may still work for this long. */
  readonly tokenCacheMs?: number;
  /** Statement timeout of a text search in a list, in milliseconds; 15,000 by default. */
  readonly textSearchTimeoutMs?: number;
  /** The `application_name` in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/** All stored data, by subject. While PostgreSQL is down, every query throws an `AppError` with code `unavailable`. */
export type Store = ReturnType<typeof createStore>;

/**
 * Creates a store, which connects to PostgreSQL at the first query.
 * @throws {AppError} `misconfigured` for an invalid database URL or encryption key
 */
export function createStore(options: StoreOptions) {
  const {
    databaseUrl,
    encryptionKey,
    otherEncryptionKeys,
    poolSize = 10,
    applicationName = 'refrain',
    parallelWorkers = null,
    countCacheMs = 0,
    tokenCacheMs = 0,
    textSearchTimeoutMs = 15_000,
  } = options;
  if (!/^postgres(?:ql)?:\/\//u.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new AppError('misconfigured', 'DATABASE_URL must have the form postgres://user:password@host:port/database');
  }
  const keyring = createKeyring(encryptionKey, otherEncryptionKeys);
  const db = new Kysely<Database>({
    dialect: createPostgresDialect(createPostgresPool({ databaseUrl, poolSize, applicationName, parallelWorkers })),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const erased = createErasedNamesReader(keyring, () => performance.now());
  const knownNames = createKnownNamesReader(erased);
  const failureCounts = createCountCache(countCacheMs);
  const withLock = createAdvisoryLock(databaseUrl, applicationName);
  const tokens = createTokenCache(tokenCacheMs);
  const searchWords = createWordSearch(db, textSearchTimeoutMs);

  return {
    /**
     * Runs the missing migrations. Several processes may call this at the same time.
     * @returns the migrations that a newer version of Refrain has applied, if this version still works with them
     * @throws {AppError} `misconfigured` if a newer version has removed something that this version needs, or if an
     * encryption key of the database is missing
     */
    async migrate(): Promise<readonly string[]> {
      const newer = await migrateToLatest(db);
      await checkEncryptionKeys(db, keyring);
      return newer;
    },
    async ping(): Promise<void> {
      await sql`select 1`.execute(db);
    },
    /** Returns the time of PostgreSQL's clock, in milliseconds since 1970. */
    async readClock(): Promise<number> {
      const { rows } = await sql<{
        ms: number;
      }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(db);
      return rows[0]?.ms ?? Number.NaN;
    },
    close: (): Promise<void> => db.destroy(),
    /** Connected accounts: their scope, streams, webhooks and problems, and GitHub Apps that a person is creating. */
    connections: {
      ...createConnectionQueries(db, { keyring, erased }),
      ...createScopeMemberQueries(db, erased),
      ...createConnectionProblemQueries(db),
      ...createAppRegistrationQueries(db, keyring),
    },
    /** Completeness checks: the ids of the records that providers list, compared with the stored ids. */
    completeness: { ...createCompletenessQueries(db, failureCounts), ...createCompletenessCheckQueries(db) },
    inbox: createInboxQueries(db, { keyring, erased, knownNames }),
    failures: {
      ...createFailureQueries(db, { withLock, knownNames, countOf: failureCounts, searchWords }),
      ...createSearchIndexQueries(db),
      ...createStoredExternalIdQueries(db),
      ...createEqualFailureQueries(db, knownNames),
      ...createPassageVectorQueries(db),
    },
    /** Changes, their links to failures, and the detection of reverts and rollbacks. */
    changes: {
      ...createChangeQueries(db, createCountCache(countCacheMs)),
      ...createLinkQueries(db),
      ...createChangeAssessmentQueries(db),
    },
    patterns: {
      ...createPatternQueries(db, createCountCache(countCacheMs), searchWords),
      ...createNewFailureQueries(db),
      ...createClusterRunQueries(db),
    },
    corrections: createCorrectionQueries(db),
    reports: {
      ...createReportQueries(db, createCountCache(countCacheMs), searchWords),
      ...createPendingReportQueries(db),
      ...createDigestQueries(db),
      ...createMeasurementQueries(db),
      ...createObservationQueries(db),
      ...createServiceQueries(db),
    },
    improvements: {
      ...createImprovementQueries(db, withLock, createCountCache(countCacheMs)),
      ...createPolicyQueries(db),
    },
    /** Writes at providers: incident notes, pull request checks, and the log of all writes. */
    outbox: {
      ...createProviderWriteQueries(db),
      ...createIncidentNoteQueries(db),
      ...createPullCheckQueries(db),
      ...createPendingPullCheckQueries(db),
    },
    catalogue: {
      ...createCatalogueQueries(db),
      ...createOwnerQueries(db, knownNames),
      ...createServiceTeamQueries(db, erased, knownNames),
    },
    events: { ...createEventQueries(db), ...createSubscriptionQueries(db, keyring), ...createDeliveryQueries(db) },
    /** Users, tokens, sessions, the log of decisions, and idempotent requests. */
    access: {
      ...createTokenQueries(db, tokens),
      ...createSignInLinkQueries(db),
      ...createSessionQueries(db),
      ...createUserQueries(db, { tokens, erased }),
      ...createDecisionQueries(db),
      ...createOnboardingQueries(db),
      ...createIdempotentRequestQueries(db, keyring),
    },
    /** Erasures for data protection, and the names of people that are redacted from texts. */
    retention: { ...createErasureQueries(db, keyring, erased), ...createPersonNameQueries(db, knownNames) },
    /** Dead letters, statuses, lags and the rotation of encryption keys. */
    operations: {
      ...createDeadLetterQueries(db),
      ...createConnectionSummaryQueries(db),
      ...createProcessingLagQueries(db),
      ...createKeyRotationQueries(db, keyring),
    },
  };
}
