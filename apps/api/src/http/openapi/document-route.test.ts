import { expect, test } from 'vitest';
import { isSerializedJson } from '../responses/serialized-json.ts';
import { createOpenApiRoute } from './document-route.ts';

test('builds the OpenAPI document only once', () => {
  const route = createOpenApiRoute([]);
  const [first, second] = [1, 2].map(() => route.handle({} as Parameters<typeof route.handle>[0]));
  expect(isSerializedJson(first)).toBe(true);
  expect(second).toBe(first);
});
