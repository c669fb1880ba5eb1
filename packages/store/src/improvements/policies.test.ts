import { ImprovementPolicy } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

test('the default policy applies until a person decides on another one', async () => {
  const { store } = await openStoreUnderTest();
  expect(await store.improvements.findPolicy()).toEqual({
    policy: ImprovementPolicy.parse({}),
    decidedBy: null,
    decidedAt: null,
  });
  const policy = ImprovementPolicy.parse({ mode: 'auto', maxPerWeek: 1 });
  expect(await store.improvements.setPolicy(policy, 'token deploy')).toMatchObject({
    policy,
    decidedBy: 'token deploy',
  });
  const again = ImprovementPolicy.parse({ dryRun: true });
  await store.improvements.setPolicy(again, 'the page');
  expect(await store.improvements.findPolicy()).toMatchObject({ policy: again, decidedBy: 'the page' });
});

test('a stored policy that lacks fields is completed with defaults', async () => {
  const { store, query } = await openStoreUnderTest();
  await store.improvements.setPolicy(ImprovementPolicy.parse({ dryRun: true }), 'the page');
  await query(`update improvement_policy set policy = '{"mode": "auto"}'`);
  expect((await store.improvements.findPolicy()).policy).toEqual(ImprovementPolicy.parse({ mode: 'auto' }));
});
