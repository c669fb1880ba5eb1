import { type Connection, defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeMissing, describeUnmatched } from './describe-health.ts';

test('each missing permission is told with what it costs', () => {
  expect(describeMissing([])).toBeNull();
  const missing = [
    { permission: 'Deployments: read', costs: 'failed deployments' },
    { permission: 'Issues: read and write', costs: 'improvement issues' },
  ];
  expect(describeMissing(missing)).toMatch(
    /^The credential lacks Deployments: read \(costs failed deployments\), Issues: read and write \(costs improvement issues\): /u,
  );
});

test.each([
  [['acme/api', 'acme/web'], null],
  [['ACME/API'], null],
  [['acme/*', 'other/?'], null],
  [['acme/api', 'acme/gone'], 'acme/gone'],
])('of %j it is missed: %j', (repositories, gone) => {
  const connection = { provider: 'github', scope: { ...defaultScope, repositories } } as unknown as Connection;
  const told = describeUnmatched(connection, ['acme/api', 'acme/web']);
  if (gone === null) expect(told).toBeNull();
  else expect(told).toContain(`: ${gone};`);
});
