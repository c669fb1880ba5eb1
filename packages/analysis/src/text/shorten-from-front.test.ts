import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortenFromFront } from './shorten-from-front.ts';

test('shortenFromFront keeps a line that is short enough', () => {
  expect(shortenFromFront('CreateContainerConfigError: no key', 40)).toBe('CreateContainerConfigError: no key');
});

test('shortenFromFront omits the first parts, so that the reason stays', () => {
  const line = "CreateContainerConfigError: Error: couldn't find key DB_URL in ConfigMap shop/web-config";
  expect(shortenFromFront(line, 70)).toBe("… Error: couldn't find key DB_URL in ConfigMap shop/web-config");
});

test('shortenFromFront omits the middle of a reason that is too long', () => {
  const line = 'error: the scheduler found that of all nodes in the pool none has as much memory as the pod requests';
  expect(shortenFromFront(line, 60)).toBe('the scheduler found … much memory as the pod requests');
});

test('shortenFromFront never exceeds the maximum length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 120 }), (line, longest) => {
      expect(Array.from(shortenFromFront(line, longest)).length).toBeLessThanOrEqual(longest);
    }),
  );
});
