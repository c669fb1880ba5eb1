import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertCode, inertTitle } from './inert-code.ts';

test('inline code cannot be left', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '@', '\\') }), (text) => {
      const code = inertCode(text, 200);
      if (code === '') return;
      const fence = /^`+/u.exec(code)?.[0] ?? '';
      const inside = code.slice(fence.length, -fence.length);
      expect(code.endsWith(fence)).toBe(true);
      expect(code).not.toContain('\n');
      expect((inside.match(/`+/gu) ?? []).every((run) => run.length < fence.length)).toBe(true);
    }),
  );
});

test('a title mentions no one, and is cut between characters', () => {
  expect(inertTitle('`rm` by @octocat\nnow', 100)).toBe("'rm' by @\u200Boctocat now");
  expect(inertTitle('🔥🔥🔥🔥', 3)).toBe('🔥🔥…');
});
