import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { hasSameTitle } from './has-same-title.ts';

const toDocument = (title: string, text = '') => normaliseDocument({ id: '', title, text, occurredAt: '' });

test.each([
  ['Incident with API Requests', 'incident with API  requests.', true],
  ['Lock waits in merchant_api > 60s', 'Lock waits in merchant-api > 75s', true],
  ['eta-oracle behind by 9475', 'eta-oracle behind by 12', true],
  ['Incident with API Requests', 'Incident with Issues and API Requests', false],
  ['Incident with API Requests', 'Incident with an API request', false],
  ['Checkout returns 502', 'Checkout returns 500', false],
  ['eta-oracle behind by 9475', 'Behind by 9475: eta-oracle', false],
  ['9475', '12', false],
  ['', '', false],
])('the titles “%s” and “%s” are the same: %s', (one, other, expected) => {
  expect(hasSameTitle(toDocument(one), toDocument(other, 'Another text'))).toBe(expected);
});
