import { expect, test } from 'vitest';
import { openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();

test('decisions stay in the order in which they were taken; the same again is the latest', async () => {
  const { corrections } = store;
  const first = await corrections.add({ kind: 'rename', patternId: 'a', name: 'One' });
  const second = await corrections.add({ kind: 'cannot_link', failureIds: ['x', 'y'] });
  expect(await corrections.list()).toEqual([first, second]);
  expect(first.decision).toEqual({ kind: 'rename', patternId: 'a', name: 'One' });
  await corrections.add({ patternId: 'a', name: 'One', kind: 'rename' });
  expect((await corrections.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
  await corrections.remove(second.id);
  expect((await corrections.list()).map(({ id }) => id)).toEqual([first.id]);
  await expect(corrections.remove(second.id)).rejects.toMatchObject({ code: 'not_found' });
});
