import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { isRepeat } from './is-repeat.ts';

const toDocument = (title: string, text = '') => normaliseDocument({ id: '', title, text, occurredAt: '' });
const backlog = toDocument('eta-oracle behind by 9475', 'The queue of forecasts grows.');

test.each([
  ['the same title', 'eta-oracle behind by 9475', true],
  ['the same title with another number', 'eta-oracle behind by 120', true],
  ['the title and a line of the text', 'eta-oracle behind by 9475\nThe queue grows.', true],
  ['a part of the title', 'eta-oracle', false],
  ['the title with another service', 'label-press behind by 9475', false],
  ['the title and a word that the failure does not contain', 'eta-oracle behind by 9475 after the migration', false],
])('isRepeat compares a failure with %s', (_, query, expected) => {
  const [title = '', ...lines] = query.split('\n');
  expect(isRepeat(toDocument(title, lines.join('\n')), backlog)).toBe(expected);
});

test('isRepeat distinguishes status codes of HTTP', () => {
  expect(isRepeat(toDocument('Checkout returns 502'), toDocument('Checkout returns 500'))).toBe(false);
});

test.each(['Timeout', 'Incident with webhooks'])(
  'isRepeat needs two telling words in a title, unlike “%s”',
  (title) => {
    expect(isRepeat(toDocument(title), toDocument(title))).toBe(false);
  },
);

test('isRepeat needs the wording of the title if a query has only a few words', () => {
  const delayed = toDocument('Delayed webhook deliveries', 'The queue was drained within 20 minutes.');
  expect(isRepeat(toDocument('Webhook deliveries are delayed by more than 20 minutes'), delayed)).toBe(false);
  expect(isRepeat(toDocument('Delayed webhook deliveries'), delayed)).toBe(true);
});
