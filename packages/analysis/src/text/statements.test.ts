import { expect, test } from 'vitest';
import { readStatements } from './statements.ts';

const at = { occurredAt: '2024-01-01T00:00:00Z' };

test('says each thing once, title first, without names of services and what varies', () => {
  const read = readStatements([
    {
      ...at,
      id: 'a',
      title: 'Checkout API: pool exhausted',
      text: 'checkout-api: pool exhausted\nwaited 30s for it. waited 45s for it.\n\nrestarted',
      services: ['checkout-api'],
    },
  ]);
  expect(read.get('a')?.map(({ key, isTitle }) => [key, isTitle])).toEqual([
    ['pool exhausted', true],
    ['waited for it', false],
    ['restarted', false],
  ]);
});

test('a text that is nothing but a form is kept', () => {
  const documents = Array.from({ length: 30 }, (_, index) => ({
    ...at,
    id: `d${index}`,
    title: `Outage of the ${'x'.repeat(index + 1)}`,
    text: 'We are looking into the matter',
  }));
  const read = readStatements([...documents, { ...at, id: 'form', title: '', text: 'We are looking into the matter' }]);
  expect(read.get('d3')?.map(({ key }) => key)).toEqual(['outage of the xxxx']);
  expect(read.get('form')?.map(({ key }) => key)).toEqual(['we are looking into the matter']);
});
