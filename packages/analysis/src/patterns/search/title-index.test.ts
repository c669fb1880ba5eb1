import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createTitleIndex } from './title-index.ts';

const toDocument = (id: string, title: string, occurredAt = '', text = '') =>
  normaliseDocument({ id, title, text, occurredAt });
const isUbiquitous = (term: string) => term.startsWith('acm');
const ask = (title: string, text = '') => toDocument('', title, '', text);

function fill() {
  const index = createTitleIndex();
  index.put(toDocument('old', 'Incident with Webhooks', '2026-01-01T00:00:00Z'), []);
  index.put(toDocument('new', 'Incident with webhooks', '2026-03-01T00:00:00Z'), []);
  index.put(toDocument('both', 'Incident with Actions and Webhooks', '2026-02-01T00:00:00Z'), []);
  index.put(toDocument('actions', 'Incident with Actions', '2026-02-02T00:00:00Z'), []);
  index.put(toDocument('late', 'eta-oracle behind by 9475', '2026-02-03T00:00:00Z'), ['eta-oracle']);
  return index;
}

test('a title index lists the failures with the same title, newest first, whatever their numbers', () => {
  expect(fill().listSameTitle(ask('INCIDENT with Webhooks.'))).toEqual(['new', 'old']);
  expect(fill().listSameTitle(ask('eta-oracle behind by 12'))).toEqual(['late']);
  expect(fill().listSameTitle(ask('Webhooks'))).toEqual([]);
});

test('a title index finds no title in a text of several lines', () => {
  expect(fill().listSameTitle(ask('Incident with Webhooks', 'deliveries fail with 502'))).toEqual([]);
});

test.each([
  ['Incident with Webhooks', true],
  ['Actions and Webhooks are down', true],
  ['Acme Webhooks', true],
  ['eta-oracle', true],
  ['Deployment of main to production failed', true],
  ['eta-oracle behind', false],
  ['Webhooks delayed', false],
  ['Incident with Pages', false],
  ['of the', false],
])('a title index tells whether a question only names where something failed: “%s”', (title, expected) => {
  expect(fill().namesOnlyPlace(ask(title), isUbiquitous)).toBe(expected);
});

test('a title index lists the failures whose titles name the same place, newest first', () => {
  expect(fill().listSamePlace(ask('Incident with Webhooks'))).toEqual(['new', 'both', 'old']);
  expect(fill().listSamePlace(ask('incident'))).toEqual([]);
});

test('a title index forgets removed failures', () => {
  const index = fill();
  for (const id of ['old', 'new']) index.remove(id);
  expect(index.listSameTitle(ask('Incident with Webhooks'))).toEqual([]);
  expect(index.namesOnlyPlace(ask('Webhooks'), isUbiquitous)).toBe(false);
});
