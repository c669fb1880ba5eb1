import { openOutboundConnections } from '@refrain/connectors';
import { expect, test } from 'vitest';
import { parseReceiverUrl } from './receiver-url.ts';

const strict = openOutboundConnections([]);
const local = openOutboundConnections(['loopback']);
const inside = openOutboundConnections(['10.0.0.0/8']);

test('parseReceiverUrl also returns a URL for display, without the secret parts', () => {
  expect(parseReceiverUrl('https://example.com/hooks/refrain?token=s3cret#x', strict)).toEqual({
    address: 'https://example.com/hooks/refrain?token=s3cret',
    shown: 'https://example.com/…',
  });
  expect(parseReceiverUrl('https://hooks.slack.com/services/T0/B0/s3cret', strict)).toMatchObject({
    shown: 'https://hooks.slack.com/…',
  });
});

test.each([
  ['nothing', /not a complete URL/u],
  ['http://example.com/x', /https/u],
  ['ftp://example.com/x', /https/u],
  ['https://user:s3cret@example.com/', /not contain a user/u],
  ['https://s3cret@example.com/', /not contain a user/u],
  ['http://127.0.0.1:8080/', /not public/u],
  ['https://localhost/', /not public/u],
  ['https://0x7f000001/', /not public/u],
  ['https://[::1]/', /not public/u],
  ['https://[::ffff:127.0.0.1]/', /not public/u],
  ['https://a.localhost./', /not public/u],
  ['https://10.0.0.1/', /not public/u],
  ['https://169.254.169.254/latest/meta-data', /not public/u],
  ['https://[fd00::1]/', /not public/u],
  ['https://[64:ff9b::a00:1]/', /not public/u],
  ['https://0/', /not public/u],
])('rejects the receiver URL %s without showing its secret', (address, reason) => {
  const read = () => parseReceiverUrl(address, strict);
  expect(read).toThrow(reason);
  expect(read).not.toThrow('s3cret');
});

test('REFRAIN_PRIVATE_NETWORKS=loopback allows receivers on this machine, but in no private network', () => {
  expect(parseReceiverUrl('http://127.0.0.1:8080/x', local).address).toBe('http://127.0.0.1:8080/x');
  expect(() => parseReceiverUrl('https://10.0.0.1/', local)).toThrow(/not public/u);
  expect(() => parseReceiverUrl('ftp://localhost/', local)).toThrow(/https or http/u);
});

test('receivers in private networks of REFRAIN_PRIVATE_NETWORKS require https', () => {
  expect(parseReceiverUrl('https://10.0.0.1/x', inside).address).toBe('https://10.0.0.1/x');
  expect(() => parseReceiverUrl('http://10.0.0.1/x', inside)).toThrow(/has to be https/u);
  expect(() => parseReceiverUrl('https://127.0.0.1/x', inside)).toThrow(/not public/u);
});
