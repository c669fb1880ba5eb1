import { type Kysely, sql, type Transaction } from 'kysely';
import { refuseMissingKey } from '../encryption/check-keys.ts';
import type { Keyring } from '../encryption/keyring.ts';
import { erasedCacheMs } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import type { FullSubject, Matcher } from './erasure-subject.ts';
import { removePerson } from './remove-person.ts';
import { type Counts, removeRepository } from './remove-repository.ts';
import { sweepPayloads, sweepResponses } from './sweep-payloads.ts';
import { sweepRecords } from './sweep-records.ts';
import { sweepTexts } from './sweep-texts.ts';
import { listSweptTables } from './swept-tables.ts';

/** Where the work on a forgetting is: which step, and the last row that it looked at. As text: `payloads 512`. */
export interface StepPosition {
  readonly step: string;
  readonly after: string | null;
}

export interface StepResult {
  /** Null where the step is over. */
  readonly after: string | null;
  readonly rows: Counts;
}

export interface StepWork {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly subject: FullSubject;
  readonly matcher: Matcher;
  readonly requestedAt: string;
}

/**
 * Everything is done twice: the second time finds what other processes were storing as the first began, who did not know yet. Each
 * turn of a step is one transaction and may be repeated.
 */
export async function listSteps(db: Kysely<Database>, kind: FullSubject['kind']): Promise<string[]> {
  const tables = (await listSweptTables(db, kind)).map(({ name }) => `texts:${name}`);
  const once = ['rows', 'payloads', 'answers', 'failures', 'changes', ...tables];
  return [...once, 'wait', ...once.map((step) => `again:${step}`)];
}

/** Whoever did not know yet has stored what it had by then, in milliseconds after it was asked for. */
const lateMs = 4 * erasedCacheMs;

/**
 * @returns null where it is too early
 * @throws {AppError} `misconfigured` in a process that lacks a key
 */
export async function runStep(work: StepWork, { step, after }: StepPosition): Promise<StepResult | null> {
  if (step === 'wait') return (await isLate(work)) ? { after: null, rows: {} } : null;
  const name = step.replace(/^again:/u, '');
  return inTransaction(work.db, async (transaction) => {
    // What no key opens goes, which is not what this process alone cannot open.
    await refuseMissingKey(transaction, work.keyring);
    return await runBatch(transaction, work, name, after);
  });
}

async function runBatch(
  db: Transaction<Database>,
  { keyring, subject, matcher }: StepWork,
  name: string,
  after: string | null,
): Promise<StepResult> {
  if (name === 'rows') {
    const rows = subject.kind === 'repository' ? await removeRepository(db, subject) : await removePerson(db, matcher);
    return { after: null, rows };
  }
  if (name === 'payloads') return tell('inbox', await sweepPayloads(db, { keyring, matcher, subject, after }));
  if (name === 'answers')
    return { after: null, rows: { repeatable_request: await sweepResponses(db, keyring, matcher) } };
  if (name === 'failures') return tell('failure', await sweepRecords(db, 'failure', matcher, after, false));
  if (name === 'changes') return tell('change', await sweepRecords(db, 'change', matcher, after, false));
  const table = (await listSweptTables(db, subject.kind)).find((one) => `texts:${one.name}` === name);
  if (table === undefined) return { after: null, rows: {} };
  return tell(table.name, await sweepTexts(db, table, matcher, after, false));
}

function tell(table: string, { after, found }: { readonly after: string | null; readonly found: number }): StepResult {
  return { after, rows: { [table]: found } };
}

/**
 * Whether all that was begun before everybody knew is over: a file is imported in one long transaction, and a process may have been
 * stopped in the middle of a short one.
 */
async function isLate({ db, requestedAt }: StepWork): Promise<boolean> {
  const known = sql`${requestedAt}::timestamptz + ${lateMs} * interval '1 ms'`;
  const { rows } = await sql<{ late: boolean }>`
    select now() > ${known} and not exists (
      select from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid() and xact_start < ${known}
    ) as late`.execute(db);
  return rows[0]?.late === true;
}
