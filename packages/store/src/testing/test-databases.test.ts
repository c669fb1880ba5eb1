import { expect, inject, test } from 'vitest';
import { createStore } from '../create-store.ts';
import { createTemplateDatabase, openRawDatabaseClient, runWithPostgresClient, testEncryptionKey } from './index.ts';
import { createTestConnection, createTestRecord } from './store-under-test.ts';
import { takeTestDatabase } from './test-databases.ts';

/** Runs a test with a separate template, so that no other test takes a database that this test has released. */
async function withTemplate(run: (take: () => ReturnType<typeof takeTestDatabase>) => Promise<void>) {
  const template = await createTemplateDatabase(inject('databaseUrl'));
  try {
    await run(() => takeTestDatabase(inject('databaseUrl'), template.name));
  } finally {
    await template.drop();
  }
}

const query = (databaseUrl: string, text: string) =>
  runWithPostgresClient(databaseUrl, async (client) => (await client.query(text)).rows);

/** Returns the rows of every table and the state of every sequence as text. */
async function dump(databaseUrl: string): Promise<unknown> {
  const tables = await query(
    databaseUrl,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sequences = await query(databaseUrl, `select seqrelid::regclass::text as name from pg_sequence order by 1`);
  const rows = tables.map(({ name }) => `select '${name}' as name, row::text as row from "${name}" as row`);
  const values = sequences.map(
    ({ name }) => `select '${name}' as name, (last_value, is_called)::text as row from ${name}`,
  );
  return query(databaseUrl, `${[...rows, ...values].join(' union all ')} order by 1, 2`);
}

test('a released database is reused, with only the rows of its template', () =>
  withTemplate(async (take) => {
    const first = await take();
    const untouched = await dump(first.databaseUrl);
    const store = createStore({ databaseUrl: first.databaseUrl, encryptionKey: testEncryptionKey });
    await store.migrate();
    const { id } = await createTestConnection(store, 'acme');
    await store.inbox.storePage(id, { records: [createTestRecord('1'), createTestRecord('2')], source: 'pull' });
    await store.close();
    expect(await dump(first.databaseUrl)).not.toEqual(untouched);
    await first.release();

    const second = await take();
    expect(second.databaseUrl).toBe(first.databaseUrl);
    expect(await dump(second.databaseUrl)).toEqual(untouched);
    await second.release();
  }));

test('a released database is dropped if its schema was changed or it still has connections', () =>
  withTemplate(async (take) => {
    const changed = await take();
    await query(changed.databaseUrl, 'alter table inbox add column surplus text');
    await changed.release();
    const busy = await take();
    expect(busy.databaseUrl).not.toBe(changed.databaseUrl);
    const client = await openRawDatabaseClient(busy.databaseUrl);
    await busy.release();
    await client.end();
    const last = await take();
    expect([changed.databaseUrl, busy.databaseUrl]).not.toContain(last.databaseUrl);
    await last.release();
  }));
