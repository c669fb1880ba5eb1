import { expect, test } from 'vitest';
import { maxConnections } from './max-connections.ts';

test('a process may hold at least a few connections, and at most ten thousand', () => {
  expect(maxConnections()).toBeGreaterThanOrEqual(100);
  expect(maxConnections()).toBeLessThanOrEqual(10_000);
});
