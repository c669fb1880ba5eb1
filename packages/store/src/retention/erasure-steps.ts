import { type Kysely, sql, type Transaction } from 'kysely';
import { requireEncryptionKeys } from '../encryption/check-encryption-keys.ts';
import type { Keyring } from '../encryption/keyring.ts';
import { erasedNamesCacheMs } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { deleteResponsesWithErasedNames, eraseSubjectFromPayloads } from './erase-subject-from-payloads.ts';
import { eraseSubjectFromRecords } from './erase-subject-from-records.ts';
import { eraseSubjectFromTexts, type TextErasureBatchResult } from './erase-subject-from-texts.ts';
import type { ErasureSubjectMatcher, ErasureSubjectNames } from './erasure-subject.ts';
import { removePerson } from './remove-person.ts';
import { type RemovedRowCounts, removeRepository } from './remove-repository.ts';
import { listSearchedTables } from './swept-tables.ts';

/**
 * The progress of an erasure: its current step and the last processed row. Stored as text, for example `payloads 512`.
 */
export interface ErasureStepPosition {
  readonly step: string;
  readonly after: string | null;
}

export interface ErasureStepResult {
  /** The last processed row; null if the step has processed all rows. */
  readonly after: string | null;
  readonly rows: RemovedRowCounts;
}

export interface RunningErasure {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly subject: ErasureSubjectNames;
  readonly matcher: ErasureSubjectMatcher;
  readonly requestedAt: string;
}

/** Lists erasure steps. Each runs twice, because other processes may store names until they know of the erasure. */
export async function listErasureSteps(db: Kysely<Database>, kind: ErasureSubjectNames['kind']): Promise<string[]> {
  const tables = (await listSearchedTables(db, kind)).map(({ name }) => `texts:${name}`);
  const once = ['rows', 'payloads', 'answers', 'failures', 'changes', ...tables];
  return [...once, 'wait', ...once.map((step) => `again:${step}`)];
}

/** Milliseconds after the request within which every process knows of the erasure. */
const lateMs = 4 * erasedNamesCacheMs;

/**
 * Runs a batch of a step, in one transaction.
 * @returns null if the step cannot run yet
 * @throws {AppError} `misconfigured` if this process lacks an encryption key
 */
export async function runErasureStep(
  work: RunningErasure,
  { step, after }: ErasureStepPosition,
): Promise<ErasureStepResult | null> {
  if (step === 'wait') return (await isLate(work)) ? { after: null, rows: {} } : null;
  const name = step.replace(/^again:/u, '');
  return inTransaction(work.db, async (transaction) => {
    // This process must have all keys, because values that no key decrypts are deleted.
    await requireEncryptionKeys(transaction, work.keyring);
    return await runBatch(transaction, work, name, after);
  });
}

async function runBatch(
  db: Transaction<Database>,
  { keyring, subject, matcher }: RunningErasure,
  name: string,
  after: string | null,
): Promise<ErasureStepResult> {
  if (name === 'rows') {
    const rows = subject.kind === 'repository' ? await removeRepository(db, subject) : await removePerson(db, matcher);
    return { after: null, rows };
  }
  if (name === 'payloads')
    return toStepResult('inbox', await eraseSubjectFromPayloads(db, { keyring, matcher, subject, after }));
  if (name === 'answers')
    return { after: null, rows: { repeatable_request: await deleteResponsesWithErasedNames(db, keyring, matcher) } };
  if (name === 'failures')
    return toStepResult('failure', await eraseSubjectFromRecords(db, 'failure', matcher, after, false));
  if (name === 'changes')
    return toStepResult('change', await eraseSubjectFromRecords(db, 'change', matcher, after, false));
  const table = (await listSearchedTables(db, subject.kind)).find((one) => `texts:${one.name}` === name);
  if (table === undefined) return { after: null, rows: {} };
  return toStepResult(table.name, await eraseSubjectFromTexts(db, table, matcher, after, false));
}

function toStepResult(table: string, { after, found }: TextErasureBatchResult): ErasureStepResult {
  return { after, rows: { [table]: found } };
}

/**
 * Tests whether every process knows of the erasure, and whether all transactions that began before that moment have
 * ended.
 */
async function isLate({ db, requestedAt }: RunningErasure): Promise<boolean> {
  const known = sql`${requestedAt}::timestamptz + ${lateMs} * interval '1 ms'`;
  const { rows } = await sql<{ late: boolean }>`
    select now() > ${known} and not exists (
      select from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and xact_start < ${known}
    ) as late`.execute(db);
  return rows[0]?.late === true;
}
