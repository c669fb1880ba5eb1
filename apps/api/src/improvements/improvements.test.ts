import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { patternOf } from '../stored-under-test.ts';

const api = await startApiUnderTest();
const patterns = ['p1', 'p2', 'p3'].map((id) => ({ pattern: patternOf(id), members: [] }));
await api.store.patterns.writeGrouping({ episodes: [], patterns, lineage: [], inputVersion: 'v' });
const proposal = { repository: 'acme/checkout', title: 'Bound the pool' };
for (const id of ['p1', 'p2']) await api.store.improvements.ensure(id, proposal);

test.each([
  ['p1', ['p1']],
  ['p2&state=proposed', ['p2']],
  ['p2&state=opened', []],
  ['p3', []],
  ['nope', []],
])('the improvement of the pattern %s', async (query, found) => {
  const { status, body } = await api.ask('GET', `/v1/improvements?patternId=${query}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ next: null, total: found.length });
  expect((body.items as { patternId: string }[]).map(({ patternId }) => patternId)).toEqual(found);
});
