import { expect, test } from 'vitest';
import { findNoteResolution } from './find-note-resolution.ts';

test.each([
  'rolled back to v41, ok since 14:03',
  'fix: raised the timeout to 30s',
  'bumped limit to 2Gi and redeployed',
  'statement cancelled, writes flow at 01:42',
  'permission added, uploads replayed',
  'fixed by checkout#21',
  'old policy attached again',
  'limit raised by the provider',
  'failed over to the replica, all green',
  'self-resolved before anybody looked',
  'cleared the queue by hand',
  'provider raised the limit at 07:57',
  'checkout#21 is live, errors gone',
])('findNoteResolution finds a note without a subject: “%s”', (note) => {
  expect(findNoteResolution(`checkout p99 5800ms\n\non it\n\n${note}`)).toBe(note);
});

test.each([
  ['an attempt without effect', 'restarted the pods\n\ndid not help'],
  ['a question', 'restarted it?'],
  ['a plan', 'will roll back the release'],
  ['a change of the priority', 'raised to P2'],
  ['an action that caused the failure', 'somebody cleared the cache at 07:12, since then every request hits the db'],
  ['a change long before the end', 'removed the index\n\ndb at 100%\n\nlooking\n\npaging support\n\nwho owns it'],
  ['a status that only watches', 'restarted, watching'],
])('findNoteResolution ignores %s', (_, notes) => {
  expect(findNoteResolution(notes)).toBeNull();
});

test('findNoteResolution prefers a note that says that the failure was over to an earlier action', () => {
  expect(findNoteResolution('someone cancelled it from psql.\n\nstatement cancelled, locks gone\n\nclosing')).toBe(
    'statement cancelled, locks gone',
  );
});

test('findNoteResolution prefers what ended the failure to an earlier attempt', () => {
  const notes = 'moved batch jobs away to make room for checkout\n\nstopped the load test, pods scheduled\n\nclosing';
  expect(findNoteResolution(notes)).toBe('stopped the load test, pods scheduled');
});

test('findNoteResolution reads neither reports with headings nor status pages', () => {
  expect(findNoteResolution('## Actions\n\nrolled back, ok')).toBeNull();
  expect(findNoteResolution('rolled back, ok\n\n---\n\ninvestigating the errors')).toBeNull();
});
