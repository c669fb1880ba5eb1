import { ImprovementPolicy } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from './store-under-test.ts';

const { store, query } = await openStoreUnderTest();

test('the product has a policy of its own, until someone decides', async () => {
  expect(await store.policies.find()).toEqual({
    policy: ImprovementPolicy.parse({}),
    decidedBy: null,
    decidedAt: null,
  });
  const policy = ImprovementPolicy.parse({ mode: 'auto', mostPerWeek: 1 });
  expect(await store.policies.decide(policy, 'token deploy')).toMatchObject({ policy, decidedBy: 'token deploy' });
  const again = ImprovementPolicy.parse({ dryRun: true });
  await store.policies.decide(again, 'the page');
  expect(await store.policies.find()).toMatchObject({ policy: again, decidedBy: 'the page' });
});

test('what an earlier version wrote is completed', async () => {
  await query(`update improvement_policy set policy = '{"mode": "auto"}'`);
  expect((await store.policies.find()).policy).toEqual(ImprovementPolicy.parse({ mode: 'auto' }));
});
