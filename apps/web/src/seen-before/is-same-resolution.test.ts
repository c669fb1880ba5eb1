import { expect, test } from 'vitest';
import { isSameResolution } from './is-same-resolution.ts';

const stated = { quote: 'Restarted the proxies', confidence: 0.9 };
const change = {
  kind: 'merged_pull_request',
  title: 'Renew',
  url: null,
  certainty: 'confirmed',
  reason: null,
} as const;

test('isSameResolution compares the quotation and the change', () => {
  expect(isSameResolution({ stated, change: null }, { stated: { ...stated, confidence: 0.5 }, change: null })).toBe(
    true,
  );
  expect(isSameResolution({ stated, change: null }, { stated, change })).toBe(false);
  expect(isSameResolution({ stated: null, change }, { stated: null, change: { ...change, title: 'Bound' } })).toBe(
    false,
  );
  expect(isSameResolution({ stated, change: null }, null)).toBe(false);
});
