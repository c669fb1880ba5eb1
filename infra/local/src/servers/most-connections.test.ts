import { expect, test } from 'vitest';
import { mostConnections } from './most-connections.ts';

test('a process may hold some connections, and not more than ten thousand', () => {
  expect(mostConnections()).toBeGreaterThanOrEqual(100);
  expect(mostConnections()).toBeLessThanOrEqual(10_000);
});
