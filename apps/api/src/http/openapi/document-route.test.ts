import { expect, test } from 'vitest';
import { isSerialized } from '../responses/serialized-json.ts';
import { createDocumentRoute } from './document-route.ts';

test('builds the OpenAPI document only once', () => {
  const route = createDocumentRoute([]);
  const [first, second] = [1, 2].map(() => route.handle({} as Parameters<typeof route.handle>[0]));
  expect(isSerialized(first)).toBe(true);
  expect(second).toBe(first);
});
