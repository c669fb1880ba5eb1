import { expect, test } from 'vitest';
import { nameMainServices } from './name-main-services.ts';

test('nameMainServices names the service of more than half of the episodes', () => {
  expect(nameMainServices([['ledger'], ['ledger', 'maps'], ['labels']])).toBe('ledger');
});

test('nameMainServices names no service that only half of the episodes have', () => {
  expect(nameMainServices([['ledger'], ['ledger'], ['maps'], ['labels']])).toBeNull();
});

test('nameMainServices names two services that only together cover most episodes', () => {
  expect(nameMainServices([['ledger'], ['ledger'], ['maps'], ['maps'], ['labels']])).toBe('ledger and maps');
});

test('nameMainServices names nothing if the episodes have many services or none', () => {
  expect(nameMainServices([['a'], ['b'], ['c'], ['d'], ['e']])).toBeNull();
  expect(nameMainServices([[], []])).toBeNull();
});
