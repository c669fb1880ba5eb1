import { expect, test } from 'vitest';
import { describeMissingPermissions } from './describe-health.ts';

test('describes each missing permission with its consequence, but omits optional permissions', () => {
  expect(describeMissingPermissions([])).toBeNull();
  const webhooks = { permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true };
  expect(describeMissingPermissions([webhooks])).toBeNull();
  const missing = [
    { permission: 'Deployments: read', costs: 'failed deployments' },
    webhooks,
    { permission: 'Issues: read and write', costs: 'improvement issues' },
  ];
  expect(describeMissingPermissions(missing)).toMatch(
    /^The credential lacks Deployments: read \(costs failed deployments\), Issues: read and write \(costs improvement issues\): /u,
  );
});
