import { ConnectResponse, SearchResponse } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft } from '../testing/stored-under-test.ts';

const title = 'Checkout: database connection pool exhausted';
const api = await startApiUnderTest();
const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectResponse.parse(connected.body).connection;
const began = (externalId: string, occurredAt: string, text: string) => ({
  ...createFailureDraft(externalId),
  ...{ title, text, occurredAt, resolvedAt: null, version: occurredAt },
});
await api.store.failures.upsert(connectionId, [
  began('P1', '2026-01-01T00:00:00.000Z', 'HikariPool: connection is not available'),
  began('P2', '2026-02-01T00:00:00.000Z', 'HikariPool: timed out'),
  began('now', new Date().toISOString(), 'HikariPool: timed out again'),
]);
const idOf = new Map((await api.store.failures.listAll()).map(({ externalId, id }) => [externalId, id]));
api.index.start();
await vi.waitFor(
  async () => expect(await search({ text: 'x' })).toMatchObject({ complete: true, failures: 3 }),
  50_000,
);

async function search(body: object): Promise<SearchResponse> {
  return SearchResponse.parse((await api.ask('POST', '/v1/search', body)).body);
}

test('a search by the title of an open incident says that it is recorded, and counts only earlier failures', async () => {
  const answer = await search({ text: title });
  expect(answer).toMatchObject({
    verdict: { seenBefore: true },
    recorded: { id: idOf.get('now'), title, resolvedAt: null },
    repeats: { failures: 2, failureId: idOf.get('P2') },
  });
  expect(answer.matches.map(({ failure }) => failure.id).toSorted()).toEqual(
    [idOf.get('P1'), idOf.get('P2')].toSorted(),
  );
});

test('a search by the text of an open incident without its title says that it is recorded', async () => {
  const text = 'HikariPool: timed out again, the checkout database pool of connections is exhausted';
  expect(await search({ text })).toMatchObject({ recorded: { id: idOf.get('now') } });
});

test('a search by similar words or by failure has no recorded failure', async () => {
  expect(await search({ text: `${title} since noon` })).toMatchObject({ recorded: null });
  expect(await search({ failureId: idOf.get('now') })).toMatchObject({ recorded: null });
});
