import { expect, test } from 'vitest';
import { saysHow } from './says-how.ts';

test.each([
  'We rolled the service back.',
  'The queue drained after the workers had been doubled.',
  'The issue was resolved by a mitigation of our supplier.',
  'drained, pods running elsewhere',
])('saysHow accepts a resolution that names its means: %s', (quote) => {
  expect(saysHow(quote)).toBe(true);
});

test.each([
  'The degradation affecting searches has been mitigated.',
  'The issues with the model have been resolved, and it is once again available.',
  'All green, back to normal.',
  'Recovery has started and we expect full recovery shortly.',
  'they are back since 00:53',
  'By 7:30 UTC, we had recovered connectivity to all regions.',
  'The incident was resolved once all creations were working normally.',
])('saysHow rejects a resolution that only says that the failure is over: %s', (quote) => {
  expect(saysHow(quote)).toBe(false);
});
