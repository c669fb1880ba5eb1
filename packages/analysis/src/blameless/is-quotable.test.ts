import { expect, test } from 'vitest';
import { isQuotable } from './is-quotable.ts';

test.each([
  ['Restarted the worker, the queue is empty again.', true],
  ['The mail to alerts@example.test bounced.', true],
  ['The pool is larger now. cc the on-call engineer', false],
  ['cc: the on-call engineer', false],
  ['Please look\n@oncall, the pool is full', false],
  ['The engineer carelessly forgot to renew the certificate.', false],
])('isQuotable decides whether to quote “%s”: %s', (passage, isAllowed) => {
  expect(isQuotable(passage)).toBe(isAllowed);
});
