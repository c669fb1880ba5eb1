import { AppError } from '@refrain/domain';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { createAccessQueries } from './access.ts';
import { createLock } from './advisory-lock.ts';
import { createAppRegistrationQueries } from './app-registrations.ts';
import { createArrivalQueries } from './arrivals.ts';
import { createAuditQueries } from './audits.ts';
import { createCatalogueQueries } from './catalogue.ts';
import { createChangeAnswerQueries } from './change-answers.ts';
import { createChangeQueries } from './changes.ts';
import { checkKeys } from './check-keys.ts';
import { createCompletenessQueries } from './completeness.ts';
import { createConnectionQueries } from './connections.ts';
import { createCorrectionQueries } from './corrections.ts';
import type { Database } from './database.ts';
import { createDeadLetterQueries } from './dead-letters.ts';
import { createDecisionQueries } from './decisions.ts';
import { createDeliveryQueries } from './deliveries.ts';
import { createDetectionQueries } from './detections.ts';
import { createDigestQueries } from './digests.ts';
import { createEventQueries } from './events.ts';
import { createFailureQueries } from './failures.ts';
import { createForgotten } from './forgetting/forgotten.ts';
import { createForgettingQueries } from './forgetting/queries.ts';
import { createGroupingPaceQueries } from './grouping-pace.ts';
import { createImprovementQueries } from './improvements.ts';
import { createInboxQueries } from './inbox.ts';
import { createIncidentNoteQueries } from './incident-notes.ts';
import { createKeptCounts } from './kept-counts.ts';
import { createKeptTokens } from './kept-tokens.ts';
import { createEncryptionQueries } from './key-rotation.ts';
import { createKeyring } from './keyring.ts';
import { createKnownNames } from './known-names.ts';
import { createLagQueries } from './lag.ts';
import { createLinkQueries } from './links.ts';
import { createMeasurementQueries } from './measurements.ts';
import { migrateToLatest } from './migrate.ts';
import { createObservationQueries } from './observations.ts';
import { createOwedReportQueries } from './owed-reports.ts';
import { createOwnerQueries } from './owners.ts';
import { createPatternQueries } from './patterns.ts';
import { createPeopleQueries } from './people.ts';
import { createPolicyQueries } from './policies.ts';
import { createDialect } from './postgres-dialect.ts';
import { createPool } from './postgres-pool.ts';
import { createProblemQueries } from './problems.ts';
import { createProviderWriteQueries } from './provider-writes.ts';
import { createPullCheckQueries } from './pull-checks.ts';
import { createPullLookQueries } from './pull-looks.ts';
import { createRepeatableRequestQueries } from './repeatable-requests.ts';
import { createReportQueries } from './reports.ts';
import { createScopeQueries } from './scope-members.ts';
import { createSearchQueries } from './search.ts';
import { createStandingQueries } from './standing.ts';
import type { Store, StoreOptions } from './store.ts';
import { createSubscriptionQueries } from './subscriptions.ts';
import { createUserQueries } from './users.ts';
import { createWordSearch } from './word-search.ts';

/**
 * Nothing is opened before the first query.
 * @throws {AppError} `misconfigured` for a database address or a key that cannot work
 */
export function createStore(options: StoreOptions): Store {
  const {
    databaseUrl,
    encryptionKey,
    otherEncryptionKeys,
    poolSize = 10,
    applicationName = 'refrain',
    parallelWorkers = null,
    countsKeptMs = 0,
    tokensKeptMs = 0,
    wordsWithinMs = 15_000,
  } = options;
  if (!/^postgres(?:ql)?:\/\//u.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new AppError('misconfigured', 'DATABASE_URL is not of the form postgres://user:password@host:port/database');
  }
  const keyring = createKeyring(encryptionKey, otherEncryptionKeys);
  const db = new Kysely<Database>({
    dialect: createDialect(createPool({ databaseUrl, poolSize, applicationName, parallelWorkers })),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const forgotten = createForgotten(keyring, () => performance.now());
  const knownNames = createKnownNames(forgotten);
  const failureCounts = createKeptCounts(countsKeptMs);
  const withLock = createLock(databaseUrl, applicationName);
  const tokens = createKeptTokens(tokensKeptMs);
  const searchWords = createWordSearch(db, wordsWithinMs);

  return {
    async migrate() {
      const { wasEmpty, newer } = await migrateToLatest(db, keyring);
      await checkKeys(db, keyring, wasEmpty);
      return newer;
    },
    async ping() {
      await sql`select 1`.execute(db);
    },
    async readClock() {
      const { rows } = await sql<{
        ms: number;
      }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(db);
      return rows[0]?.ms ?? Number.NaN;
    },
    close: () => db.destroy(),
    connections: createConnectionQueries(db, { keyring, forgotten }),
    inbox: createInboxQueries(db, { keyring, forgotten, knownNames }),
    completeness: createCompletenessQueries(db, failureCounts),
    lag: createLagQueries(db),
    standing: createStandingQueries(db),
    appRegistrations: createAppRegistrationQueries(db, keyring),
    audits: createAuditQueries(db),
    problems: createProblemQueries(db),
    scope: createScopeQueries(db, forgotten),
    people: createPeopleQueries(db, knownNames),
    failures: createFailureQueries(db, { withLock, knownNames, countOf: failureCounts, searchWords }),
    changes: createChangeQueries(db, createKeptCounts(countsKeptMs)),
    detections: createDetectionQueries(db),
    links: createLinkQueries(db),
    changeAnswers: createChangeAnswerQueries(db),
    patterns: createPatternQueries(db, createKeptCounts(countsKeptMs), searchWords),
    groupingPace: createGroupingPaceQueries(db),
    owedReports: createOwedReportQueries(db),
    arrivals: createArrivalQueries(db),
    observations: createObservationQueries(db),
    measurements: createMeasurementQueries(db),
    reports: createReportQueries(db, createKeptCounts(countsKeptMs), searchWords),
    digests: createDigestQueries(db),
    improvements: createImprovementQueries(db, withLock, createKeptCounts(countsKeptMs)),
    policies: createPolicyQueries(db),
    incidentNotes: createIncidentNoteQueries(db),
    pullChecks: createPullCheckQueries(db),
    pullLooks: createPullLookQueries(db),
    providerWrites: createProviderWriteQueries(db),
    corrections: createCorrectionQueries(db),
    catalogue: createCatalogueQueries(db),
    owners: createOwnerQueries(db),
    search: createSearchQueries(db),
    events: createEventQueries(db),
    subscriptions: createSubscriptionQueries(db, keyring),
    deliveries: createDeliveryQueries(db),
    deadLetters: createDeadLetterQueries(db),
    decisions: createDecisionQueries(db),
    access: createAccessQueries(db, tokens),
    users: createUserQueries(db, { tokens, forgotten }),
    forgetting: createForgettingQueries(db, keyring, forgotten),
    encryption: createEncryptionQueries(db, keyring),
    repeatableRequests: createRepeatableRequestQueries(db, keyring),
  };
}
