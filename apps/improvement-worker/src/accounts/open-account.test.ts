import { providers } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import { expect, test } from 'vitest';
import { chooseConnection } from './open-account.ts';

const connection = (id: string, account: string, change: Partial<Connection> = {}) =>
  ({ id, provider: 'github', account, status: 'active', ...change }) as Connection;

test('chooses the account that owns the repository, and prefers an active one', () => {
  const connections = [
    connection('a', 'other'),
    connection('b', 'acme', { status: 'needs_attention' }),
    connection('c', 'Acme'),
    connection('d', 'acme', { provider: 'pagerduty' }),
  ];
  expect(chooseConnection(providers, connections, 'acme/api').id).toBe('c');
});

test('refuses a repository whose owner is not connected', () => {
  expect(() => chooseConnection(providers, [connection('a', 'other')], 'acme/api')).toThrow(
    /No connected GitHub account owns .* approve the improvement with another repository/u,
  );
});
