import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { isWeakMatch } from './is-weak-match.ts';

const toDocument = (title: string) => normaliseDocument({ id: '', title, text: '', occurredAt: '' });
const isCommon = (term: string) => /^(?:webhook|slow|500)/u.test(term);
const isPlace = (term: string) => ['photo', 'vault'].includes(term);
const check = (question: string, found: string) =>
  isWeakMatch(toDocument(question), toDocument(found), { isCommon, isPlace });

test('isWeakMatch needs a question of several words that shares at most two words, all of them common', () => {
  expect(check('los webhooks no llegan', 'Incident with webhooks')).toBe(true);
  expect(check('webhooks llegan tarde error', 'Errors of webhooks')).toBe(true);
  expect(check('webhooks llegan slow', 'Webhooks are slow')).toBe(true);
  expect(check('webhooks stuck again', 'Incident with webhooks')).toBe(false);
  expect(check('webhooks delivery is late', 'Webhooks without delivery')).toBe(false);
  expect(check('deliveries to the bank are late', 'The bank is closed')).toBe(false);
});

test('isWeakMatch requires more than the name of a service from a question that says more', () => {
  expect(check('disk full photo vault', 'photo vault denies access')).toBe(true);
  expect(check('disk full photo vault', 'disk of the photo vault')).toBe(false);
  expect(check('photo vault', 'photo vault denies access')).toBe(false);
});

test('isWeakMatch requires more than a status code that many failures have', () => {
  expect(check('invoice export failed with code 500', 'Login returned code 500')).toBe(true);
  expect(check('invoice export failed with code 504', 'Login returned code 504')).toBe(false);
});
