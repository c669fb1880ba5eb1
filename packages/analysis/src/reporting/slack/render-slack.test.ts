import type { Digest, Pattern, ReportDocument } from '@refrain/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeSlack, formatSlackLink } from './escape-slack.ts';
import { renderSlackDigest } from './render-slack-digest.ts';
import { renderSlackPattern } from './render-slack-pattern.ts';
import type { SlackMessage } from './slack-message.ts';

const unknown = { cause: 'unknown', trigger: 'unknown' } as const;
const publicUrl = 'https://refrain.example';

interface DraftStatement {
  readonly label?: string;
  readonly text: string;
  readonly kind?: 'pattern' | 'improvement' | 'episode';
}

/** Creates a digest with one section, whose statements each have a source. */
function digestOf(text: string, drafts: readonly DraftStatement[], url: string | null = null): Digest {
  const section = (isDetail: boolean): ReportDocument['sections'][number] => ({
    ...{ id: 'changed', title: isDetail ? 'Figures' : 'What changed', table: null, chart: null, isDetail },
    statements: drafts.map(({ label, text: said }, at) => ({
      ...(label === undefined ? {} : { label }),
      ...{ text: said, refs: [`S${at}`], method: null },
    })),
  });
  const document: ReportDocument = {
    title: text,
    badges: [],
    lead: { text, refs: [], method: null },
    sections: [section(false), section(true)],
    sources: drafts.map(({ kind = 'pattern', label = '' }, at) => {
      return {
        ref: `S${at}`,
        kind,
        id: `${kind}/${at}`,
        at: null,
        title: label,
        url: kind === 'improvement' ? url : null,
      };
    }),
  };
  return {
    scope: { kind: 'organisation' },
    period: { kind: 'week', from: '2026-01-05T00:00:00.000Z', until: '2026-01-12T00:00:00.000Z' },
    episodes: 3,
    episodesBefore: 1,
    impactHours: null,
    impactHoursBefore: null,
    costliest: [],
    fixVerdicts: { verified: 0, recurred: 0 },
    changes: null,
    changesBefore: null,
    patterns: [],
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
  const drafts = fc.array(
    fc.record({
      label: nasty,
      text: nasty,
      kind: fc.constantFrom('pattern' as const, 'improvement' as const, 'episode' as const),
    }),
    { maxLength: 60 },
  );
  const url = fc.oneof(nasty, fc.constant('https://github.com/acme/api/issues/7?a=1&b=<!here>|x'), fc.constant(null));
  const property = fc.property(nasty, drafts, url, (text, statements, issueUrl) => {
    const provider = issueUrl?.startsWith('https://evil') ? null : issueUrl;
    const digest = digestOf(text, statements, provider);
    expect([...faultsOf(render(digest)), ...faultsOf(render(digest, null))]).toEqual([]);
  });
  fc.assert(property, { numRuns: 200 });
});

test('renderSlackDigest lists the sections that are not folded, with links to patterns, issues and failures', () => {
  const issue = 'https://github.com/acme/api/issues/7';
  const statements = [
    { label: 'The pool runs dry', text: 'Returned: 3 episodes.' },
    { label: 'Bound the pool', text: 'In progress.', kind: 'improvement' },
    { label: 'Disk full', text: '3 May 2026.', kind: 'episode' },
    { text: 'And 2 more patterns.' },
  ] as const;
  const rendered = markupOf(render(digestOf('All services', statements, issue))).join('\n');
  expect(rendered).toContain(
    `*What changed*
• <${publicUrl}/patterns/pattern%2F0|The pool runs dry>: Returned: 3 episodes.
• <${issue}|Bound the pool>: In progress.
• <${publicUrl}/failures/episode%2F2|Disk full>: 3 May 2026.
• And 2 more patterns.`,
  );
  expect(rendered).toContain(`<${publicUrl}/digests/d1|Open the digest>`);
  expect(rendered).toContain('1 day with missing records');
  expect(rendered).not.toContain('*Figures*');
});

test('renderSlackDigest lists ten statements and states the number of others', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ label: `Pattern ${n}`, text: 'New.' }));
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
