import { expect, test } from 'vitest';
import { maxGrowth, measureGrowth } from '../testing.ts';
import { findRootCause } from './find-root-cause.ts';

const title = 'Checkout answers 502';

test('findRootCause quotes the sentence of a report that says why the system failed', () => {
  const report = `## Impact

Customers could not pay for an hour.

## Timeline

- 10:02 The support desk was called
- 10:20 The service was restarted

## Root cause

The connection pool of the checkout was too small, which caused requests to time out during the sale.

## Action items

- [ ] We should alert on the size of the pool, because nobody noticed it.`;
  const found = findRootCause(title, report);
  expect(found?.quote).toContain('The connection pool of the checkout was too small');
  expect(found?.quote).not.toContain('We should alert');
  expect(found?.confidence).toBeGreaterThan(0.5);
});

test('findRootCause returns null for a text without a sentence, for a symptom, and for a text whose sentences are all plans', () => {
  expect(findRootCause(title, '')).toBeNull();
  expect(findRootCause(title, 'Users see errors.')).toBeNull();
  expect(findRootCause(title, '## Action items\n\n- Add an alert, because the disk was full.')).toBeNull();
});

test('the time of findRootCause grows linearly with the length of the text', () => {
  for (const part of [
    'It failed because of this. ',
    '10:01 the pool was full\n',
    '# Causes\nIt broke.\n',
    '[',
    'due to ',
  ]) {
    expect(measureGrowth(part, (text) => findRootCause(title, text))).toBeLessThan(maxGrowth);
  }
});
