import { expect, test } from 'vitest';
import { describeMissing } from './describe-health.ts';

test('describes each missing permission with its cost, but no optional one', () => {
  expect(describeMissing([])).toBeNull();
  const webhooks = { permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true };
  expect(describeMissing([webhooks])).toBeNull();
  const missing = [
    { permission: 'Deployments: read', costs: 'failed deployments' },
    webhooks,
    { permission: 'Issues: read and write', costs: 'improvement issues' },
  ];
  expect(describeMissing(missing)).toMatch(
    /^The credential lacks Deployments: read \(costs failed deployments\), Issues: read and write \(costs improvement issues\): /u,
  );
});
