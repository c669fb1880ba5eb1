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
  expect(suggestName(members)).toBe('checkout: disk full');
});

test('suggestName uses the shortest title if no failure states a mechanism', () => {
  expect(suggestName([member('Checkout times out after the release', ['Checkout']), member('Checkout slow', [])])).toBe(
    'Checkout slow',
  );
  expect(suggestName([])).toBe('');
});
