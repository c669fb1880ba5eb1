import { expect, test } from 'vitest';
import { readAddress } from './read-address.ts';

test('an address is shown without what is secret in it', () => {
  expect(readAddress('https://example.com/hooks/refrain?token=s3cret#x', 'webhook', false)).toEqual({
    address: 'https://example.com/hooks/refrain?token=s3cret',
    shown: 'https://example.com/hooks/refrain?…',
  });
  expect(readAddress('https://hooks.slack.com/services/T0/B0/s3cret', 'slack', false)).toMatchObject({
    shown: 'https://hooks.slack.com/…',
  });
});

test.each([
  ['nothing', /no address/u],
  ['http://example.com/x', /https/u],
  ['ftp://example.com/x', /https/u],
  ['https://user:s3cret@example.com/', /no user/u],
  ['https://s3cret@example.com/', /no user/u],
  ['http://127.0.0.1:8080/', /this machine/u],
  ['https://localhost/', /this machine/u],
  ['https://0x7f000001/', /this machine/u],
  ['https://[::1]/', /this machine/u],
  ['https://[::ffff:127.0.0.1]/', /this machine/u],
  ['https://a.localhost./', /this machine/u],
  ['https://0/', /this machine/u],
])('%s is refused, and not repeated', (address, reason) => {
  const read = () => readAddress(address, 'webhook', false);
  expect(read).toThrow(reason);
  expect(read).not.toThrow('s3cret');
});

test('this machine is allowed by a setting, and nothing else by that', () => {
  expect(readAddress('http://127.0.0.1:8080/x', 'webhook', true).address).toBe('http://127.0.0.1:8080/x');
  expect(() => readAddress('http://10.0.0.1/', 'webhook', true)).toThrow(/https/u);
  expect(() => readAddress('ftp://localhost/', 'webhook', true)).toThrow(/https or http/u);
});
