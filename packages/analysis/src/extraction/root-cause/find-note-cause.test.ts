import { expect, test } from 'vitest';
import { findNoteCause } from './find-note-cause.ts';

test.each([
  'cause: the certificate expired at midnight',
  'root cause was the new index',
  'no CONCURRENTLY, no lock_timeout.',
  'no size limit on the upload folder',
  'the tightened egress forgot the bank host',
  'the new range is not in the allow-list',
  'account limit for addresses is 83',
  'opens one connection per request since monday',
  'the rewrite wants an exclusive lock and everybody waits',
  '403 from storage since the terraform apply',
])('findNoteCause finds a note without a sentence: “%s”', (note) => {
  expect(findNoteCause(`checkout p99 5800ms\n\non it\n\n${note}\n\nall good`)).toBe(note);
});

test.each([
  'no errors on our side',
  'no further updates',
  'not sure yet, last release?',
  'root cause unknown',
  'checked the database, looks ok',
  'rolled back since the release was bad',
])('findNoteCause ignores “%s”', (note) => {
  expect(findNoteCause(note)).toBeNull();
});

test('findNoteCause omits who found the cause', () => {
  expect(findNoteCause('someone found it: one shard never came back')).toBe('one shard never came back');
});

test('findNoteCause prefers what is wrong to the change that a bisection found', () => {
  expect(findNoteCause('pages empty\n\nbisected to shop#56\n\nfound it: the proxy protocol was off')).toBe(
    'the proxy protocol was off',
  );
  expect(findNoteCause('pages empty\n\nbisected to shop#56')).toBe('bisected to shop#56');
});
