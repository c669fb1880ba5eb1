import { describe, expect, it } from 'vitest';
import { looksLikeRevert } from './looks-like-revert.ts';

describe('looksLikeRevert', () => {
  it.each([
    'Revert "Add cache"',
    'fix: unrevert the cache',
    'Backed out changeset 1234 for failing tests',
    'Back-out of the cache',
    'Roll back the pool size',
    'Rolling back to 1.2',
    'rollback of #12',
    'Undo "Add cache"',
    'fix(cache): undo the new key',
    'Add cache\n\nThis reverts commit 0123456789.',
    'revert-12-cache',
  ])('looksLikeRevert accepts %s', (text) => {
    expect(looksLikeRevert([null, text])).toBe(true);
  });

  it.each(['Add an undo button', 'Back up the database', 'Scroll background', 'Roll out to all regions', ''])(
    'rejects %s',
    (text) => {
      expect(looksLikeRevert([text, undefined])).toBe(false);
    },
  );
});
