import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { isCopiedFrom } from './is-copied-from.ts';

const toDocument = (title: string, text = '') => normaliseDocument({ id: '', title, text, occurredAt: '' });
const failure = toDocument(
  'Lock waits in merchant_api > 60s',
  'LockNotAvailable: could not obtain lock on row in relation "scan_events"\nStatement cancelled, writes flow at 01:42',
);

test.each([
  ['a line of its text', 'LockNotAvailable: could not obtain lock on row in relation "scan_events"', true],
  ['the line with another time', 'statement cancelled, writes flow at 03:10, lock on row obtained', true],
  ['two of its words', 'lock waits', false],
  [
    'a line about something else',
    'LockNotAvailable: could not obtain lock on row in relation "parcels" of depot',
    false,
  ],
])('a text is recognised as copied if it is %s: “%s”', (_, text, expected) => {
  expect(isCopiedFrom(toDocument(text), failure)).toBe(expected);
});
