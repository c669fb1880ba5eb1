import { expect, test } from 'vitest';
import { indexWordPositions } from '../../text/phrases/word-positions.ts';
import { findMechanisms } from '../find-mechanisms.ts';
import { mechanisms } from './all.ts';
import { toolErrors } from './tool-errors.ts';

const findStrongest = (text: string) =>
  findMechanisms(indexWordPositions([{ text, weight: 1 }]))[0]?.mechanism.id ?? 'none';

test.each([
  ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'memory-exhausted'],
  ['ERROR: could not extend file "base/16401/2619": No space left on device', 'disk-full'],
  ['HikariPool-1 - Connection is not available, request timed out after 30000ms.', 'connections-exhausted'],
  ['QueuePool limit of size 5 overflow 10 reached, connection timed out', 'connections-exhausted'],
  ["couldn't find key API_URL in ConfigMap shop/web-config", 'missing-setting'],
  ['policy-verdict: DROPPED src=web dst=10.1.2.3 egress', 'firewall-block'],
  ['getaddrinfo EAI_AGAIN api.shop.example', 'name-resolution-failed'],
  ['curl: Temporary failure in name resolution', 'name-resolution-failed'],
  ['EXT4-fs error (device sda1): ext4_find_entry: reading directory', 'storage-failed'],
  ['User: arn:aws:iam::1:role/web is not authorized to perform: s3:GetObject', 'permission-missing'],
  ['ERROR: permission denied for table orders', 'permission-missing'],
  ['FATAL: password authentication failed for user "web"', 'credential-changed'],
  ['ERROR: canceling statement due to lock timeout', 'migration-lock'],
  ['Protocol message contained an invalid tag (zero).', 'unreadable-input'],
  ['Job was active longer than specified deadline', 'scheduled-work-collided'],
])('the error “%s” shows the mechanism %s', (text, mechanism) => {
  expect(findStrongest(text)).toBe(mechanism);
});

test('the errors of software belong to mechanisms of the library', () => {
  const ids = new Set(mechanisms.map(({ id }) => id));
  expect(Object.keys(toolErrors).filter((id) => !ids.has(id))).toEqual([]);
});
