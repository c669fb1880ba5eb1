import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertCode, inertText, inertTitle } from './inert-text.ts';

const visible = (markdown: string) => markdown.replace(/\u200B/gu, '').replace(/\\(?=[!-/:-@[-`{-~])/gu, '');

test('every word stays readable', () => {
  const text = 'TimeoutError in checkout (p99 > 3s): see runbook_7, not *this*';
  expect(visible(inertText(text, 200))).toBe(text);
});

test.each([
  ['a mention', 'ask @octocat and @acme/sre', /@[\w-]/u],
  ['an issue', 'see #12, acme/api#12 and GH-12', /#\d|GH-\d/u],
  ['a link', '[click](https://evil.example) https://evil.example www.evil.example', /:\/\/|\]\(|www\./u],
  ['an image', '![x](https://evil.example/p.png)', /!\[/u],
  ['HTML', '<img src=x onerror=alert(1)> <!-- refrain:x --> <details>', /(?<!\\)</u],
  ['a heading in a second line', 'one\n# two\r\n\u2028- three', /[\n\r\u2028]/u],
  ['a fence', 'x ``` y', /(?<!\\)`/u],
  ['a commit', 'reverts 0123456789abcdef0123456789abcdef01234567', /[\da-f]{7,}/u],
  ['a table', 'a | b', /(?<!\\)\|/u],
  ['an entity', '&#64;octocat', /(?<!\\)&/u],
  ['turned direction', 'safe \u202Eevil', /\u202E/u],
])('%s in prose has no effect', (_what, text, effect) => {
  expect(text).toMatch(effect);
  expect(inertText(text, 500)).not.toMatch(effect);
});

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
