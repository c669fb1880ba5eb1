import { createNameRedactor, minuteInMs, redactPeopleInTexts } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { listLocationNames } from '../catalogue/catalogue-suggestion-input.ts';
import { changeColumns } from '../failures/changes.ts';
import { upsertChanges, upsertFailures } from '../failures/drafts.ts';
import { parsedFailureColumns } from '../failures/failure-columns.ts';
import { repositoryNamesLock } from '../names/former-names.ts';
import { type KnownNamesReader, personNameScope, personNamesLock } from '../names/known-names-reader.ts';
import { findOrdinaryNames } from '../names/ordinary-names.ts';
import type { Database } from '../schema/database.ts';
import { batchesOf } from '../sql/batches.ts';
import { acquireLock, acquireSharedLock, inTransaction } from '../sql/in-transaction.ts';
import { throttle } from '../sql/throttle.ts';
import { redactStatementQuotes } from './redact-statement-quotes.ts';

/** Maximum number of stored names. More would slow everything down, because every text is searched for all names. */
const maxNames = 50_000;

const scopeNamesCacheMs = minuteInMs;

const rowsPerTransaction = { count: 500, size: Number.POSITIVE_INFINITY };

type Table = 'failure' | 'change';
type Redact = (text: string) => string;

/**
 * New names, and the connection of the archive in whose texts they are redacted. If `scope` is null, they are redacted
 * in the texts of all accounts.
 */
interface NewNames {
  readonly names: readonly string[];
  readonly scope: string | null;
}

/**
 * Counts the texts that contain a name as stored or in capitals (`written`), and the texts that contain only other
 * spellings (`otherwise`).
 */
interface Uses {
  readonly written: number;
  readonly otherwise: number;
}

/**
 * A name counts as an ordinary phrase if at least this many texts contain it in another spelling. One is not enough,
 * because a text may contain a person's name in lower case.
 */
const minOtherwise = 3;

/**
 * Maximum number and length of the texts in which ordinary words are counted. The rows with the lowest ids are a random
 * sample, because ids are hashes.
 */
const sample = { texts: 1_000, characters: 2_000 };

/**
 * Tests whether a name is an ordinary phrase, such as `Timed Out`. The author of a commit can choose any name, and
 * redacting such words everywhere would damage texts.
 */
function isPhrase(uses: Uses | undefined): boolean {
  return uses !== undefined && uses.otherwise >= minOtherwise && uses.otherwise > uses.written;
}

/** Normalises a name, so that `acme/payment-service`, `payment_service` and `Payment Service` are equal. */
function spellScopeName(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase();
}

/** Stores names of people from payloads, only to redact them from texts. */
export function createPersonNameQueries(db: Kysely<Database>, knownNames: KnownNamesReader) {
  let scopeNames = { readAt: Number.NEGATIVE_INFINITY, spellings: new Set<string>() };
  // Lower-cases each text only once and avoids `like`, which makes the query two to ten times as fast (measured).
  async function findRows(table: Table, { names, scope }: NewNames): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      with known as materialized (select lower(name) as name from unnest(${names}::text[]) as given (name))
      select id from ${sql.table(table)}, lateral (select lower(concat(title, ' ', text)) as content offset 0) as lowered
      where exists (select from known where strpos(content, known.name) > 0)
        and (${scope}::text is null or connection_id = ${scope})
      order by id`.execute(db);
    return rows.map(({ id }) => id);
  }

  /** Counts for each name the texts that contain it as stored, and those that contain only other spellings. */
  async function countUses(table: Table, ids: readonly string[], names: readonly string[], uses: Map<string, Uses>) {
    const { rows } = await sql<{ name: string; found: number; written: number }>`
      with known as materialized (
        select name, upper(name) as capitals, lower(name) as small from unnest(${names}::text[]) as given (name)
      )
      select known.name, count(*)::int as found,
        count(*) filter (where strpos(content, known.name) > 0 or strpos(content, known.capitals) > 0)::int as written
      from ${sql.table(table)}, lateral (select concat(title, ' ', text) as content offset 0) as joined, known
      where id = any(${ids}) and strpos(lower(content), known.small) > 0
      group by known.name`.execute(db);
    for (const { name, found, written } of rows) {
      const before = uses.get(name) ?? { written: 0, otherwise: 0 };
      uses.set(name, { written: before.written + written, otherwise: before.otherwise + found - written });
    }
  }

  async function readSample(table: Table): Promise<string[]> {
    const { rows } = await sql<{ content: string }>`
      select left(concat(title, ' ', text), ${sample.characters}) as content from ${sql.table(table)}
      order by id limit ${sample.texts}`.execute(db);
    return rows.map(({ content }) => content);
  }

  async function redactTable(table: Table, ids: readonly string[], redact: Redact): Promise<number> {
    let changed = 0;
    for await (const batch of batchesOf(ids, () => 1, rowsPerTransaction)) {
      changed += await inTransaction(db, (transaction) => redactRows(transaction, table, batch, redact));
    }
    return changed;
  }

  async function reRedactAll(): Promise<number> {
    const rows = await db
      .selectFrom('personName')
      .innerJoin('connection', 'connection.id', 'personName.connectionId')
      .select(['name', personNameScope.as('scope')])
      .distinct()
      .where('applied', '=', false)
      .execute();
    let changed = 0;
    for (const scope of new Set(rows.map((row) => row.scope)))
      changed += await reRedactScope({
        scope,
        names: rows.filter((row) => row.scope === scope).map(({ name }) => name),
      });
    return changed;
  }

  async function reRedactScope(newNames: NewNames): Promise<number> {
    const { names, scope } = newNames;
    const [failures, changes] = [await findRows('failure', newNames), await findRows('change', newNames)];
    const uses = new Map<string, Uses>();
    await countUses('failure', failures, names, uses);
    await countUses('change', changes, names, uses);
    const ordinary = findOrdinaryNames(names, [...(await readSample('failure')), ...(await readSample('change'))]);
    const phrases = names.filter((name) => ordinary.has(name) || isPhrase(uses.get(name)));
    const others = names.filter((name) => !phrases.includes(name));
    const isOfScope = sql<SqlBool>`connection_id in (
      select id from connection where case when ${scope}::text is null then provider <> 'archive' else id = ${scope} end)`;
    const update = db.updateTable('personName').where(isOfScope);
    // After this transaction is committed, concurrent writers also redact these names in every spelling.
    await update.set({ isPhrase: false }).where(sql<SqlBool>`name = any(${others})`).execute();
    const redact = createNameRedactor(others, phrases);
    const stored = [await findRows('failure', newNames), await findRows('change', newNames)] as const;
    const changed =
      (await redactTable('failure', stored[0], redact)) + (await redactTable('change', stored[1], redact));
    await redactStatementQuotes(db, stored[0], redact);
    await update.set({ applied: true }).where(sql<SqlBool>`name = any(${names})`).execute();
    return changed;
  }

  /**
   * Returns the normalised names of services and repositories. Cached, because this reads all failures and is called
   * for each provider response with new names.
   */
  async function findScopeNames(): Promise<ReadonlySet<string>> {
    if (performance.now() - scopeNames.readAt > scopeNamesCacheMs) {
      const spellings = Object.values(await listLocationNames(db)).flatMap((names) => names.map(spellScopeName));
      scopeNames = { readAt: performance.now(), spellings: new Set(spellings) };
    }
    return scopeNames.spellings;
  }

  return {
    /** Adds unknown names, which are then redacted from texts. Skips erased names, services and repositories. */
    async addPersonNames(connectionId: string, names: readonly string[]): Promise<void> {
      const { size, isKnown, erased } = await knownNames(db);
      const unknown = [...new Set(names)]
        .filter((name) => !isKnown(connectionId, name) && !erased.isPerson(name))
        .sort();
      if (unknown.length === 0) return;
      const scopeNames = await findScopeNames();
      const capacity = Math.max(0, maxNames - size);
      const people = unknown.filter((name) => !scopeNames.has(spellScopeName(name))).slice(0, capacity);
      if (people.length === 0) return;
      await inTransaction(db, async (transaction) => {
        await acquireLock(transaction, personNamesLock);
        await sql`
          insert into person_name (connection_id, name)
          select ${connectionId}, name from unnest(${people}::text[]) as wanted (name) on conflict do nothing`.execute(
          transaction,
        );
      });
    },

    async findRedactor(): Promise<(text: string) => string> {
      return (await knownNames(db)).redact;
    },

    /**
     * Redacts new names from texts that were stored before the names were known. If a run takes more than a second,
     * calls do nothing until 20 times its duration have passed since its start.
     * @returns the number of changed failures and changes
     */
    redactStoredTexts: throttle(reRedactAll, 0, () => performance.now()),
  };
}

async function redactRows(
  db: Transaction<Database>,
  table: 'failure' | 'change',
  ids: readonly string[],
  redact: (text: string) => string,
): Promise<number> {
  const hide = <T extends { connectionId: string; title: string; text: string }>(row: T) => ({
    connectionId: row.connectionId,
    draft: redactPeopleInTexts(row, redact),
  });
  const isMeant = sql<SqlBool>`id = any(${ids})`;
  // Locks names before rows, and rows in the order of their ids, like all writers, so that they cannot deadlock.
  await acquireSharedLock(db, repositoryNamesLock);
  if (table === 'failure') {
    const failures = db.selectFrom('failure').select(parsedFailureColumns).where(isMeant);
    const rows = await failures.orderBy('id').forNoKeyUpdate().execute();
    return upsertFailures(db, rows.map(hide));
  }
  const changes = db.selectFrom('change').select(changeColumns).where(isMeant);
  const rows = await changes.orderBy('id').forNoKeyUpdate().execute();
  return (await upsertChanges(db, rows.map(hide))).changed;
}
