import { expect, test } from 'vitest';
import { createDocumentRoute } from './document-route.ts';
import { isWritten } from './written-json.ts';

test('the document is written once for all who ask', () => {
  const route = createDocumentRoute([]);
  const [first, second] = [1, 2].map(() => route.handle({} as Parameters<typeof route.handle>[0]));
  expect(isWritten(first)).toBe(true);
  expect(second).toBe(first);
});
