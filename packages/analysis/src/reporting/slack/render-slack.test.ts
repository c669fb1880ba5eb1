import type { Digest, DigestedPattern, Pattern, ReportDocument } from '@refrain/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeSlack, formatSlackLink } from './escape-slack.ts';
import { renderSlackDigest } from './render-slack-digest.ts';
import { renderSlackPattern } from './render-slack-pattern.ts';
import type { SlackMessage } from './slack-message.ts';

const unknown = { cause: 'unknown', trigger: 'unknown' } as const;
const publicUrl = 'https://refrain.example';

function digested(name: string, values: Partial<DigestedPattern> = {}): DigestedPattern {
  return {
    patternId: 'p1',
    name,
    lesson: name,
    episodes: 3,
    episodesBefore: 1,
    recurrence: 'new',
    newRecurrence: 'new',
    direction: null,
    probability: null,
    ...values,
  };
}

function digestOf(text: string, patterns: readonly DigestedPattern[], url: string | null = null): Digest {
  const document: ReportDocument = {
    title: text,
    badges: [],
    lead: { text, refs: [], method: null },
    sections: [
      {
        id: 'improvements',
        title: 'Fixes and their effect',
        table: null,
        isDetail: false,
        chart: null,
        statements: [{ label: text, text, refs: ['I1'], method: null }],
      },
    ],
    sources: [{ ref: 'I1', kind: 'improvement', id: 'i1', at: null, title: text, url }],
  };
  return {
    scope: { kind: 'organisation' },
    period: { kind: 'week', from: '2026-01-05T00:00:00.000Z', until: '2026-01-12T00:00:00.000Z' },
    episodes: 3,
    episodesBefore: 1,
    changes: null,
    changesBefore: null,
    patterns: [...patterns],
    document,
    completeness: {
      accounts: 2,
      problems: [{ account: text, problem: text }],
      gaps: 1,
      unassigned: { failures: 1, of: 4 },
    },
    asOf: '2026-01-13T00:00:00.000Z',
  };
}

const render = (digest: Digest, url: string | null = publicUrl) =>
  renderSlackDigest({ id: 'd1', createdAt: digest.asOf, digest }, url);

/** Returns all texts of a message that Slack parses as markup. */
function markupOf({ text, blocks }: SlackMessage): string[] {
  const texts = blocks.flatMap((block) => (block.type === 'context' ? block.elements : [block.text]));
  return [text, ...texts.filter(({ type }) => type === 'mrkdwn').map((one) => one.text)];
}

/** Lists violations of Slack's limits, unescaped control characters, and mentions and links that would take effect. */
function faultsOf(message: SlackMessage): string[] {
  const { text, blocks } = message;
  const faults: string[] = [];
  if (blocks.length < 1 || blocks.length > 50) faults.push(`${blocks.length} blocks`);
  if (text === '' || text.length > 4_000) faults.push(`a fallback of ${text.length}`);
  for (const block of blocks) {
    for (const one of block.type === 'context' ? block.elements : [block.text]) {
      const longest = block.type === 'header' ? 150 : 3_000;
      if (one.text.length < 1 || one.text.length > longest) faults.push(`a text of ${one.text.length}`);
      if (one.type === 'mrkdwn' && one.verbatim !== true) faults.push('Slack may link words');
    }
  }
  for (const markup of markupOf(message)) {
    const links = [...markup.matchAll(/<([^<>|]*)\|[^<>|]+>/gu)].map(([, url = '']) => url);
    for (const url of links) if (!/^https:\/\/(?:refrain\.example|github\.com)\//u.test(url)) faults.push(url);
    const rest = markup.replaceAll(/<https:[^<>|]*\|[^<>|]+>/gu, '');
    if (/[<>]|&(?!amp;|lt;|gt;)/u.test(rest)) faults.push(`control in ${rest}`);
    if (/@(?:here|channel|everyone)|:\/\/|mailto:/iu.test(rest)) faults.push(`alive: ${rest}`);
  }
  return faults;
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 6_000 }),
  fc.constantFrom(
    '<!here>',
    '<!channel|x>',
    '@everyone',
    '<@U1>',
    '<http://evil|Refrain>',
    'https://evil',
    '&'.repeat(5_000),
  ),
);

test("renderSlackDigest returns a message within Slack's limits and with escaped text for any input", () => {
  const patterns = fc.array(
    fc.record({
      name: nasty,
      recurrence: fc.constantFrom('new' as const, 'returned' as const, 'quiet' as const, null),
      direction: fc.constantFrom('rising' as const, null),
    }),
    { maxLength: 60 },
  );
  const url = fc.oneof(nasty, fc.constant('https://github.com/acme/api/issues/7?a=1&b=<!here>|x'), fc.constant(null));
  const property = fc.property(nasty, patterns, url, (text, drafts, issueUrl) => {
    const provider = issueUrl?.startsWith('https://evil') ? null : issueUrl;
    const digest = digestOf(
      text,
      drafts.map(({ name, ...values }) => digested(name, values)),
      provider,
    );
    expect([...faultsOf(render(digest)), ...faultsOf(render(digest, null))]).toEqual([]);
  });
  fc.assert(property, { numRuns: 200 });
});

test('renderSlackDigest lists new, rising, returned and quiet patterns, fixes and completeness, with links', () => {
  const patterns = [
    digested('The pool runs dry'),
    digested('Disks fill up', { recurrence: 'returned', newRecurrence: 'returned', direction: 'rising' }),
    digested('Certificates end', { recurrence: 'quiet', newRecurrence: 'quiet' }),
    digested('Steady', { recurrence: 'returned', newRecurrence: null }),
  ];
  const issue = 'https://github.com/acme/api/issues/7';
  const rendered = markupOf(render(digestOf('All services', patterns, issue))).join('\n');
  for (const part of ['*New*', '*Rising*', '*Returned*', '*Gone quiet*', '*Fixes*', '1 day with missing records']) {
    expect(rendered).toContain(part);
  }
  expect(rendered).toContain(`<${publicUrl}/patterns/p1|The pool runs dry>: 3 episodes (1 before)`);
  expect(rendered).toContain(`<${issue}|All services>`);
  expect(rendered).toContain(`<${publicUrl}/v1/digests/d1|Open the digest>`);
  expect(rendered).not.toContain('Steady');
  expect(markupOf(render(digestOf('x', []), null)).join('\n')).toContain('No pattern is new');
});

test('renderSlackDigest lists ten patterns and states the number of others', () => {
  const many = Array.from({ length: 40 }, (_, n) => digested(`Pattern ${n}`));
  expect(markupOf(render(digestOf('x', many))).join('\n')).toContain('… and 30 more');
});

test("renderSlackPattern returns a message within Slack's limits and with escaped text for any input", () => {
  const property = fc.property(nasty, (text) => {
    const pattern: Pattern = {
      id: 'p/1',
      name: text,
      lesson: text,
      terms: [],
      confidence: 1,
      ...unknown,
      services: Array.from({ length: 9 }, () => text),
      repositories: [],
      episodes: 2,
      harm: 1,
      kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
      firstAt: '2026-01-01T00:00:00.000Z',
      lastAt: '2026-02-01T00:00:00.000Z',
    };
    expect(faultsOf(renderSlackPattern('pattern_returned', pattern, publicUrl))).toEqual([]);
  });
  fc.assert(property, { numRuns: 200 });
});

test('escapeSlack and formatSlackLink encode control characters, and formatSlackLink links only safe URLs', () => {
  expect(escapeSlack('a < b && c > d')).toBe('a &lt; b &amp;&amp; c &gt; d');
  expect(formatSlackLink('https://github.com/a?x=1&y=2|>', 'a|b>')).toBe(
    '<https://github.com/a?x=1&amp;y=2%7C%3E|a¦b&gt;>',
  );
  expect(formatSlackLink('javascript:alert(1)', 'x')).toBe('x');
});
