import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

test('while texts are still to be gone over for a name that came later, it is busy', async () => {
  const api = await startApiUnderTest();
  const isBusy = async () => (await api.ask('GET', '/v1/status')).body.busy;
  const { id } = await api.store.connections.ensure({
    ...{ provider: 'github', account: 'acme', baseUrl: 'https://api.github.com', credential: 'unused' },
    ...{ webhookSecret: null, scope: null },
  });
  expect(await isBusy()).toBe(false);
  await api.store.people.add(id, ['Ann Archer']);
  expect(await isBusy()).toBe(true);
  await api.store.people.goOver();
  expect(await isBusy()).toBe(false);
});
