import { expect, test } from 'vitest';
import { describeFindings } from './describe-findings.ts';

const three = { failures: 3, listed: 3, imported: 3 };

test('describeFindings says how many imported failures joined patterns', () => {
  expect(describeFindings(three, [{ failures: 1 }])).toBe('3 failures imported; 1 joined the pattern');
  expect(describeFindings(three, [{ failures: 2 }, { failures: 1 }])).toBe('3 failures imported; 3 joined 2 patterns:');
  expect(describeFindings(three, [])).toBe('3 failures imported; none joined a pattern so far.');
  expect(describeFindings({ failures: 0, listed: 0, imported: 3 }, [])).toBe('The source has no failures.');
});

test('describeFindings counts all failures of a source that had failures before the import', () => {
  expect(describeFindings({ ...three, imported: 1 }, [{ failures: 2 }])).toBe(
    'This source now has 3 failures; 2 joined the pattern',
  );
  expect(describeFindings({ failures: 900, listed: 200, imported: 900 }, [{ failures: 5 }])).toBe(
    '900 failures imported; of the newest 200, 5 joined the pattern',
  );
});
