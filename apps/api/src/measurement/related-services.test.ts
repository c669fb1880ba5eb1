import { expect, test } from 'vitest';
import { findRelatedServices } from './related-services.ts';

test('merges dependencies and shared episodes of the same service, dependencies first', () => {
  const dependencies = [
    { service: 'checkout', dependsOn: 'payments' },
    { service: 'shop', dependsOn: 'checkout' },
    { service: 'mail', dependsOn: 'queue' },
  ];
  const shared = [
    { name: 'search', sharedEpisodes: 3 },
    { name: 'payments', sharedEpisodes: 2 },
  ];
  expect(findRelatedServices('checkout', dependencies, shared)).toEqual([
    { name: 'payments', isDependency: true, isDependent: false, sharedEpisodes: 2 },
    { name: 'shop', isDependency: false, isDependent: true, sharedEpisodes: 0 },
    { name: 'search', isDependency: false, isDependent: false, sharedEpisodes: 3 },
  ]);
  expect(findRelatedServices('alone', dependencies, [])).toEqual([]);
});
