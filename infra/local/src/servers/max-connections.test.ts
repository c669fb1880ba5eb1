import { expect, test } from 'vitest';
import { maxConnections } from './max-connections.ts';

test('the limit of connections is between one hundred and ten thousand', () => {
  expect(maxConnections()).toBeGreaterThanOrEqual(100);
  expect(maxConnections()).toBeLessThanOrEqual(10_000);
});
