import { expect, test } from 'vitest';
import { createPlaceNames } from './place-names.ts';

function createNames() {
  const names = createPlaceNames();
  names.put('a', { services: ['Carrier Bridge (prod)', 'checkout'], repository: 'larkhaul/carrier-bridge' });
  return names;
}
const remove = (title: string) => {
  const rest = createNames().removeNames({ id: '', title, text: '', occurredAt: '' });
  return rest.title.replace(/\s+/gu, ' ').trim();
};

test('removeNames removes a service in any spelling, its organisation and host names', () => {
  expect(remove('CarrierBridge and carrier-bridge fail')).toBe('and fail');
  expect(remove('larkhaul/carrier-bridge is full')).toBe('/ is full');
  expect(remove('x509: certificate is valid for bridge.larkhaul.example, not carrier')).toBe(
    'x509: certificate is valid for , not carrier',
  );
});

test('removeNames keeps services that are ordinary words, files and parts of a name', () => {
  expect(remove('checkout is slow')).toBe('checkout is slow');
  expect(remove('segfault in libvips.so.42 of the bridge')).toBe('segfault in libvips.so.42 of the bridge');
  expect(remove('carrier: bridge')).toBe('carrier: bridge');
});

test('isAt compares a failure with the services that a question names', () => {
  const names = createNames();
  const named = names.listNamed({ title: 'carrier-bridge is down', text: '' });
  expect(names.isAt('a', named)).toBe(true);
  expect(names.isAt('a', names.listNamed({ title: 'The bridge is down', text: '' }))).toBe(false);
  names.remove('a');
  expect(names.isAt('a', named)).toBe(false);
  expect([...names.listNamed({ title: 'carrier-bridge', text: '' })]).toEqual([]);
});
