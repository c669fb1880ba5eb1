import {
  escapeIssueTitle,
  escapeMarkdown,
  formatAutolink,
  formatInlineCode,
  formatMarkdownLink,
} from '@refrain/analysis';
import { describe, expect, test } from 'vitest';
import {
  findActiveHtmlContent,
  findActiveMarkdownContent,
  findActiveSlackContent,
  findTerminalSequences,
} from './find-active-content.ts';
import { allHostileTexts, hostileTextsByAttack } from './hostile-texts-by-attack.ts';

const nothing = () => false;
const pieces = [...Object.entries(hostileTextsByAttack), ['all hostile texts together', allHostileTexts] as const];

describe.each(pieces)('%s', (_name, piece) => {
  test('hostile text is inert wherever it appears in Markdown', () => {
    const escaped = escapeMarkdown(piece, 5_000);
    const places = [
      ...[escaped, `# ${escaped}`, `- ${escaped}`, `**${escaped}** and on`, `> ${escaped}`, `[${escaped}](#e1)`],
      `| a | b |\n| --- | --- |\n| ${escaped} | c |`,
    ];
    for (const place of places) {
      expect(findActiveMarkdownContent(place, (url) => url === '#e1')).toEqual([]);
      expect(place.split('\n').length).toBeLessThanOrEqual(3);
    }
    const code = formatInlineCode(piece, 5_000);
    expect(findActiveMarkdownContent(`- ${code} ends`, nothing)).toEqual([]);
    expect(findActiveMarkdownContent(`| ${formatMarkdownLink(piece, null, 5_000)} | c |`, nothing)).toEqual([]);
    expect(escapeIssueTitle(piece, 5_000)).not.toMatch(/@\w|`|\n/u);
    const link = formatAutolink(piece);
    if (link !== null) expect(link).toMatch(/^<https?:\/\/[^\s<>`]+>$/u);
  });
});

test('the checks detect active content in Markdown, HTML, Slack messages and terminal output', () => {
  const seen = (text: string) => findActiveMarkdownContent(text, nothing).length > 0;
  expect(
    Object.entries(hostileTextsByAttack)
      .filter(([, text]) => seen(text))
      .map(([name]) => name),
  ).toEqual(expect.arrayContaining(['html', 'link', 'bareLink', 'mention', 'reference', 'blocks', 'slack']));
  expect(findActiveHtmlContent(hostileTextsByAttack.html ?? '', nothing)).toEqual(
    expect.arrayContaining(['<img>', 'onerror', '<script>', 'onload']),
  );
  expect(findActiveSlackContent(hostileTextsByAttack.slack ?? '', nothing)).toHaveLength(7);
  expect(findTerminalSequences(`${hostileTextsByAttack.terminal}${hostileTextsByAttack.bidi}`).length).toBeGreaterThan(
    8,
  );
});
