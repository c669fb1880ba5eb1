import { expect, test } from 'vitest';
import { splitDocumentsIntoStatements } from './statements.ts';

const at = { occurredAt: '2024-01-01T00:00:00Z' };

test('splitDocumentsIntoStatements lists the title first, then the lines, without service names and values that vary', () => {
  const read = splitDocumentsIntoStatements([
    {
      ...at,
      id: 'a',
      title: 'Checkout API: pool exhausted',
      text: 'checkout-api: pool exhausted\nwaited 30s for it. waited 45s for it.\n\nrestarted',
      services: ['checkout-api'],
    },
  ]);
  expect(read.get('a')?.map(({ key }) => key)).toEqual([
    'pool exhausted',
    'pool exhausted',
    'waited for it',
    'waited for it',
    'restarted',
  ]);
});

test('splitDocumentsIntoStatements merges machine-written lines that differ only in their values', () => {
  const read = splitDocumentsIntoStatements(
    ['orders/42a', 'orders/77b', 'orders/81c'].map((lease, index) => ({
      ...at,
      id: `d${index}`,
      title: 'lost lease',
      text: `worker 17 on node web-${index}.acme.example lost lease ${lease}`,
    })),
  );
  expect(new Set([...read.values()].map((statements) => JSON.stringify(statements))).size).toBe(1);
  expect(read.get('d0')?.[1]?.key).toBe('worker on node web lost lease orders');
});

test('splitDocumentsIntoStatements keeps the text of a document that consists of boilerplate', () => {
  const documents = Array.from({ length: 30 }, (_, index) => ({
    ...at,
    id: `d${index}`,
    title: `Outage of ${'x'.repeat(index + 1)}`,
    text: 'We are looking into the matter',
  }));
  const read = splitDocumentsIntoStatements([
    ...documents,
    { ...at, id: 'form', title: '', text: 'We are looking into the matter' },
  ]);
  expect(read.get('d3')?.map(({ key }) => key)).toEqual(['outage of xxxx', '']);
  expect(read.get('form')?.map(({ key }) => key)).toEqual(['', 'we are looking into the matter']);
});
