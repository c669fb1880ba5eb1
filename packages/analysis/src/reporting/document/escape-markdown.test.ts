import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeIssueTitle,
  escapeMarkdown,
  formatAutolink,
  formatInlineCode,
  formatMarkdownLink,
} from './escape-markdown.ts';

const zero = '\u200b';

describe('escapeMarkdown', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', '&#60;img src=x onerror=alert(1)&#62;'],
    ['[click](javascript:x)', '&#91;click&#93;(javascript:x)'],
    ['thanks @acme/team, fixes #12', `thanks @${zero}acme/team, fixes #${zero}12`],
    ['https://evil.example www.evil.example', `https:${zero}//evil.example www${zero}.evil.example`],
    ['two\nlines\r\n# heading', `two lines #${zero} heading`],
    ['1. item', '1&#46; item'],
    ['- item', '&#45; item'],
    ['hidden \u202e\u0000text', 'hidden text'],
  ])('escapeMarkdown escapes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('escapeMarkdown keeps plain words unchanged and cuts long text', () => {
    expect(escapeMarkdown('Connection pool exhausted (checkout, 503)')).toBe(
      'Connection pool exhausted (checkout, 503)',
    );
    expect(escapeMarkdown('z'.repeat(1_000), 20)).toBe(`${'z'.repeat(19)}…`);
    expect(escapeMarkdown('🔥🔥🔥🔥', 3)).toBe('🔥🔥…');
  });

  test('escapeMarkdown returns no mention, issue reference, HTML tag or line break for any text', () => {
    const piece = fc.constantFrom('@a', '#1', '<b>', '`', '\n', '\u2028', '[x](y)', '://', '*', '|', ' ', 'gh-1');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(escapeMarkdown(pieces.join(''))).not.toMatch(/@\w|(?<!&)#\d|[<>`[\]*|\n\u2028]|:\/\/|gh-\d/u);
      }),
    );
  });
});

test('formatInlineCode uses a longer fence than any in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '@', '\\') }), (text) => {
      const code = formatInlineCode(text, 200);
      if (code === '') return;
      const fence = /^`+/u.exec(code)?.[0] ?? '';
      const inside = code.slice(fence.length, -fence.length);
      expect(code.endsWith(fence)).toBe(true);
      expect(code).not.toContain('\n');
      expect((inside.match(/`+/gu) ?? []).every((run) => run.length < fence.length)).toBe(true);
    }),
  );
});

test('escapeIssueTitle breaks mentions and cuts no character in two', () => {
  expect(escapeIssueTitle('`rm` by @octocat\nnow', 100)).toBe(`'rm' by @${zero}octocat now`);
  expect(escapeIssueTitle('🔥🔥🔥🔥', 3)).toBe('🔥🔥…');
});

test('formatMarkdownLink escapes the text and the URL, and links only safe URLs', () => {
  expect(formatMarkdownLink('a [b](c)', 'https://acme.example/a|b>c', 100)).toBe(
    '[a &#91;b&#93;(c)](<https://acme.example/a%7Cb%3Ec>)',
  );
  expect(formatMarkdownLink('a', 'javascript:alert(1)', 100)).toBe('a');
});

test('formatAutolink returns null unless a URL is http or https without credentials', () => {
  expect(formatAutolink('https://acme.example/a b>c')).toBe('<https://acme.example/a%20b%3Ec>');
  for (const url of ['javascript:alert(1)', 'https://user:secret@acme.example/', 'nonsense', null])
    expect(formatAutolink(url)).toBeNull();
});
