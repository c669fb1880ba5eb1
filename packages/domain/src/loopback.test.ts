import { expect, test } from 'vitest';
import { isLoopbackHost } from './loopback.ts';

const isAt = (address: string) => isLoopbackHost(new URL(address).hostname);

test.each([
  'localhost',
  'api.localhost',
  'localhost.',
  '127.0.0.1',
  '127.1',
  '0x7f000001',
  '127.255.1.2',
  '0.0.0.0',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::]',
])('%s is a loopback host', (host) => {
  expect(isAt(`http://${host}:3000/x`)).toBe(true);
});

test.each([
  '127.evil.example',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'notlocalhost',
  '128.0.0.1',
  '10.0.0.1',
  '[::2]',
  '[::ffff:10.0.0.1]',
])('%s is not a loopback host', (host) => {
  expect(isAt(`http://${host}:3000/x`)).toBe(false);
});
