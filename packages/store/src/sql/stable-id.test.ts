import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { randomId, stableId } from './stable-id.ts';

describe('stableId', () => {
  test('stableId returns the first 120 bits of the SHA-256 in base32', () => {
    const digest = createHash('sha256').update('7:failure3:pd1').digest();
    const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const expected = Array.from({ length: 24 }, (_, index) => {
      const value = Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2);
      return 'abcdefghijklmnopqrstuvwxyz234567'[value];
    });
    expect(stableId('failure', 'pd1')).toBe(expected.join(''));
  });

  test('stableId returns different ids for parts whose concatenations are equal', () => {
    expect(stableId('ab', 'c')).not.toBe(stableId('a', 'bc'));
    expect(stableId('a', '')).not.toBe(stableId('a'));
  });

  test('random ids have the form of stable ids, and differ', () => {
    expect(randomId()).toMatch(/^[a-z2-7]{24}$/u);
    expect(randomId()).not.toBe(randomId());
  });
});
