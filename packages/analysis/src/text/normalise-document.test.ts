import { expect, test } from 'vitest';
import { normaliseDocument } from './normalise-document.ts';

const document = {
  id: 'f1',
  title: 'Pods crashing in Checkout',
  text: 'Pod crashed at 10:15',
  occurredAt: '2024-01-01T00:00:00Z',
};

test('normaliseDocument stems and counts words, and counts words of the title twice', () => {
  const { terms, surfaces } = normaliseDocument(document);
  expect(Object.fromEntries(terms)).toEqual({ pod: 3, crash: 3, checkout: 2 });
  expect(surfaces.get('crash')).toBe('crashing');
});

test('normaliseDocument counts services and the repository in `places`; paths, folders, file names and types in `files`', () => {
  const { places, files } = normaliseDocument({
    ...document,
    services: ['Checkout'],
    repository: 'acme/shop',
    paths: ['src/a.ts', 'src/b.ts'],
  });
  expect(Object.fromEntries(places)).toEqual({
    'service:checkout': 1,
    'repository:acme/shop': 1,
  });
  expect(Object.fromEntries(files)).toEqual({
    'path:src/a.ts': 1,
    'path:src/b.ts': 1,
    'folder:src': 2,
    'file:a.ts': 1,
    'file:b.ts': 1,
    'type:ts': 2,
  });
});

test.each([
  ['letters', 'a'],
  ['hexadecimal digits', 'deadbeef0'],
  ['digits', '1.'],
  ['hyphens', 'a-'],
  ['web addresses', 'http://a.b/'],
  ['mail addresses', 'a.b@c.'],
  ['queries', 'http://a?'],
  ['colons', 'f:'],
])('normaliseDocument reads a megabyte of %s within a second', (_, piece) => {
  const text = piece.repeat(1_000_000 / piece.length);
  const startedAt = process.cpuUsage();
  const { terms } = normaliseDocument({ ...document, title: text, text });
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(1_000);
  expect(terms.size).toBeLessThan(10_000);
});
