import { expect, test } from 'vitest';
import { suggestName } from './suggest-name.ts';

const member = (title: string, services: string[], mechanism?: string) => ({
  title,
  services,
  ...(mechanism !== undefined && { statedMechanism: { mechanism, quote: null } }),
});

test('suggestName joins the shared service and the most frequent mechanism', () => {
  const members = [
    member('Payments down', ['checkout', 'payments'], 'Disk full'),
    member('Orders fail', ['checkout'], 'Disk full'),
    member('Orders slow', ['checkout'], 'Out of memory'),
  ];
  expect(suggestName(members, 'Orders fail')).toBe('checkout: disk full');
});

test('suggestName does not repeat the present name of the pattern', () => {
  const members = [member('Orders fail', ['checkout'], 'Disk full')];
  expect(suggestName(members, 'Disk full: orders fail')).toBe('checkout: orders fail');
});

test('suggestName uses the shortest title if no failure states a mechanism', () => {
  expect(
    suggestName([member('Checkout times out after the release', ['Checkout']), member('Checkout slow', [])], 'Slow'),
  ).toBe('Checkout slow');
  expect(suggestName([], 'Slow')).toBe('');
});
