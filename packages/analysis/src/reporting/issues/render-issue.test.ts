import {
  Cause,
  ImprovementPolicy,
  type PatternGuardrails,
  type PatternReport,
  type ReportMember,
} from '@refrain/domain';
import { expect, test } from 'vitest';
import { checkWording } from '../../blameless/check-wording.ts';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import { digestIssue } from './digest-issue.ts';
import { type IssueContent, renderIssue } from './render-issue.ts';

const hostile = [
  '@octocat @acme/sre',
  'closes #12, acme/api#12, GH-12',
  '[click](https://evil.example/a) ![x](https://evil.example/p.png) https://evil.example www.evil.example',
  '<img src=x onerror=alert(1)></details><script>alert(1)</script>',
  '<!-- refrain:pattern-other --> <!-- refrain:end -->',
  '``` `x` ~~~ **bold** | a | b |',
  'reverts f1e2d3c4b5a697887766554433221100ffeeddcc',
  '\u202Etxt.exe &#64;octocat',
  '\r\n# heading\n\n- [ ] task\u2028## other',
].join(' ');

function member(place: number, change: Partial<ReportMember> = {}): ReportMember {
  return {
    failureId: `f${place}`,
    episodeId: `e${place}`,
    kind: 'incident',
    title: `Checkout times out ${place}`,
    excerpt: '',
    services: ['checkout'],
    repository: 'acme/api',
    occurredAt: `2026-01-${String((place % 28) + 1).padStart(2, '0')}T00:00:00.000Z`,
    resolvedAt: null,
    url: `https://acme.pagerduty.com/incidents/P${place}`,
    confidence: 0.9,
    evidence: [],
    ...change,
  };
}

function report(members: ReportMember[], change: Partial<PatternReport['pattern']> = {}): PatternReport {
  return {
    pattern: {
      id: 'p1',
      name: 'Checkout times out',
      lesson: 'The pool was smaller than the load.',
      terms: [],
      cause: 'capacity',
      trigger: 'traffic',
      services: ['checkout'],
      repositories: ['acme/api'],
      confidence: 0.9,
      kinds: { incident: members.length, failed_deployment: 0, reverted_change: 1 },
      episodes: members.length,
      harm: 1,
      firstAt: '2026-01-01T00:00:00.000Z',
      lastAt: '2026-01-28T00:00:00.000Z',
      ...change,
    },
    members,
    links: [],
    coverage: { failures: 10, inPatterns: 5 },
    asOf: '2026-02-01T00:00:00.000Z',
  };
}

function createContent(
  of: PatternReport,
  title = 'Stop it',
  {
    owners = [],
    lostIds = [],
    ...improvement
  }: Partial<Pick<IssueContent, 'owners' | 'lostIds'>> & {
    note?: string;
    guardrailId?: string;
    previousIssueUrl?: string;
  } = {},
): IssueContent {
  return {
    improvement: {
      repository: 'acme/api',
      issueNumber: null,
      title,
      note: null,
      guardrailId: null,
      previousIssueUrl: null,
      ...improvement,
    },
    report: of,
    policy: ImprovementPolicy.parse({}),
    owners,
    earlierTitles: [],
    lostIds,
    publicUrl: 'https://refrain.example',
  };
}

const render = (...content: Parameters<typeof createContent>) => renderIssue(createContent(...content));
const digest = (...content: Parameters<typeof createContent>) => digestIssue(createContent(...content));

/** Removes inline code from Markdown, because GitHub shows its content as written. */
function outsideCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu, '');
}

test('renderIssue describes what happens, when and where, with the owning team and the evidence', () => {
  const { body, label, marker } = render(report([member(1), member(2), member(3)]), 'Stop it', {
    owners: ['payments'],
    note: 'Before the **sale**, please.',
  });
  expect(marker).toBe('pattern-p1');
  expect(label.name).toBe('refrain');
  expect(body.startsWith('Before the **sale**, please.\n\n3 episodes since Jan 2026')).toBe(true);
  expect(body).toContain('Owned by `payments`.');
  expect(body).toMatch(/^3 episodes since Jan 2026 · last seen 28 Jan 2026 · checkout\. /mu);
  expect(body).toContain(
    '- 4 Jan 2026 incident: `Checkout times out 3` in `acme/api`, `checkout` ([view](https://acme.pagerduty.com/incidents/P3))',
  );
  expect(body).toContain('](https://refrain.example/patterns/p1)');
  expect(body.indexOf('`Checkout times out 3`')).toBeLessThan(body.indexOf('`Checkout times out 1`'));
});

test('renderIssue shortens commit hashes in titles', () => {
  const title = 'Deployment of f2018c96203558a4951edc8e30006c680072ba86 to production failed';
  expect(render(report([member(1, { title })])).body).toContain('`Deployment of f2018c962 to production failed`');
});

test('renderIssue escapes hostile text in titles, names, lessons and links', () => {
  const dirty = report(
    [member(1, { title: hostile, services: [hostile], repository: hostile, url: `https://evil.example/${hostile}` })],
    { name: hostile, lesson: hostile, services: [hostile] },
  );
  dirty.links.push({
    type: 'resolved_by',
    failureId: 'f1',
    targetId: 'c1',
    targetTitle: hostile,
    targetUrl: 'javascript:alert(1)',
    score: 1,
    evidence: [],
  });
  const { title, body } = render(dirty, hostile);
  const prose = outsideCode(body)
    .replaceAll('](https://refrain.example/patterns/p1)', '')
    .replace(/^- \[ \] /gmu, '')
    .replaceAll('[the report in Refrain', '')
    .replaceAll('[in Refrain', '');
  expect(prose).toContain('octocat');
  expect(prose).not.toMatch(/@[\w-]/u);
  expect(prose).not.toMatch(/(?:#|\bGH-)\d(?!\d*;)/iu);
  expect(prose).not.toMatch(/:\/\/|\bwww\.|\]\(/u);
  expect(prose).not.toMatch(/[<>`|]|!\[|\[ \]/u);
  expect(prose).not.toContain('f1e2d3c4');
  expect(body).not.toMatch(/[\u202E\u2028\r]/u);
  expect(body).not.toContain('javascript:');
  const lines = body.split('\n').filter((line) => line.startsWith('#'));
  expect(lines).toEqual(['### Investigation', '### Episodes', '### How to respond']);
  expect(title).not.toMatch(/@[\w-]|[`\n\r]/u);
});

test('renderIssue omits unknown causes and triggers', () => {
  const { body } = render(report([member(1)], { cause: 'unknown', trigger: 'unknown' }));
  expect(body).not.toMatch(/unknown/u);
});

test('renderIssue lists the failures of an episode in chronological order, and each linked change once', () => {
  const link = (failureId: string, type: 'caused_by' | 'resolved_by', targetTitle: string) => ({
    type,
    failureId,
    targetId: targetTitle,
    targetTitle,
    targetUrl: null,
    score: 1,
    evidence: [],
  });
  const of = report([
    member(2, { episodeId: 'e1', kind: 'reverted_change', title: 'Smaller pool' }),
    member(1, { episodeId: 'e1' }),
  ]);
  of.links.push(link('f1', 'resolved_by', 'Revert it'), link('f1', 'caused_by', 'Smaller pool'));
  of.links.push(link('f2', 'resolved_by', 'Revert it'), link('f2', 'caused_by', 'Smaller pool'));
  const listed = render(of).body.match(/^ *- (?:\d+ Jan 2026.*?`.*?`|probably.*|resolved.*)/gmu);
  expect(listed).toEqual([
    '- 2 Jan 2026 incident: `Checkout times out 1`',
    '  - probably caused by `Smaller pool`',
    '  - resolved by `Revert it`',
    '  - 3 Jan 2026 reverted change: `Smaller pool`',
  ]);
});

test('renderIssue lists the 12 latest episodes and states the number of earlier ones', () => {
  const members = Array.from({ length: 45 }, (_, place) => member(place, { episodeId: `e${Math.floor(place / 2)}` }));
  const { body } = render(report(members));
  expect(body.match(/^- \d+ Jan 2026/gmu)).toHaveLength(12);
  expect(body).toContain('… and 11 earlier episodes.');
});

test('renderIssue returns the same issue for members in any order', () => {
  const members = [member(1), member(2), member(3)];
  expect(render(report(members.toReversed()))).toEqual(render(report(members)));
});

test.each(Cause.options)('renderIssue blames nobody for the cause %s', (cause) => {
  const links = (['caused_by', 'resolved_by', 'shipped_by'] as const).map((type) => ({
    type,
    failureId: 'f1',
    targetId: type,
    targetTitle: 'Bob broke it',
    targetUrl: null,
    score: 0.9,
    evidence: [],
  }));
  const { body } = render({ ...report([member(1, { title: 'Bob broke it' }), member(2)], { cause }), links });
  expect(body).toContain('Bob broke it');
  expect(checkWording(body)).toEqual([]);
});

test('renderIssue lists the steps of the approved guardrail as a checklist', () => {
  const [guardrail, other] = guardrailLibrary;
  if (guardrail === undefined || other === undefined) throw new Error('The library is empty');
  const recommendation = {
    guardrail,
    rank: 1,
    confidence: 0.7,
    against: [],
    tried: [],
    why: [{ statement: 'Three episodes name the pool.', failureIds: ['f1'], episodes: 3, strength: 1 }],
    arithmetic: { avoidedEpisodes: { low: 1, high: 3 }, horizonDays: 90 },
  } as unknown as PatternGuardrails['recommendations'][number];
  const choice = { recommendations: [recommendation], tried: [], openQuestions: [] };
  const of = { ...report([member(1)]), choice };
  const { body } = render(of);
  for (const step of guardrail.steps) expect(body).toContain(`- [ ] ${step}`);
  expect(body).toContain('Three episodes name the pool.');
  expect(body).toContain('about 2 of the episodes expected in the next 90 days');
  expect(render(of, 'Stop it', { guardrailId: other.id }).body).toContain(`- [ ] ${other.steps[0]}`);
});

test('renderIssue names earlier guardrails and their outcomes', () => {
  const [guardrail] = guardrailLibrary;
  const tried = [{ guardrailId: guardrail?.id ?? '', outcome: 'came_back' as const, patternId: 'p1', causes: [] }];
  const { body } = render({ ...report([member(1)]), choice: { recommendations: [], tried, openQuestions: [] } });
  expect(body).toContain(`### Earlier fixes\n\n“${guardrail?.name}” did not work: the failure recurred.`);
});

test('renderIssue links to GitHub without creating backlinks, and shows other URLs as code', () => {
  const urls = ['https://github.com/acme/api/pull/7', 'https://github.acme.example/a/b/1', 'https://evil.example/x'];
  const { body } = render(report(urls.map((url, place) => member(place + 1, { url }))));
  expect(body).toContain('([view](https://redirect.github.com/acme/api/pull/7))');
  expect(body).toContain('(`https://github.acme.example/a/b/1`)');
  expect(body).toContain('(`https://evil.example/x`)');
});

test('renderIssue links the previous issue and names it in the marker', () => {
  const previousIssueUrl = 'https://github.com/acme/api/issues/12';
  const { body, marker, earlierMarkers } = render(report([member(1)]), 'Stop it', {
    previousIssueUrl,
    lostIds: ['p2'],
  });
  expect(marker).toBe('pattern-p1-after-12');
  expect(earlierMarkers).toEqual(['pattern-p2-after-12']);
  expect(body).toMatch(/^The fix from an earlier issue .*issues\/12\n/u);
});

test('renderIssue quotes the cost of the report, and the trend only if it is rising or falling', () => {
  const section = (id: string, text: string) => createDetailSection(id, id, [createStatement(text)]);
  const document: PatternReport['document'] = {
    title: 'x',
    badges: [],
    lead: { text: 'x', refs: [], method: null },
    sections: [section('trend', 'Episodes are becoming more frequent.'), section('cost', '9 engineer-hours.')],
    sources: [],
  };
  const of = (direction: 'rising' | 'steady') =>
    render({
      ...report([member(1), member(2)]),
      document,
      measurement: { trend: { perWeek: { direction } } } as unknown as NonNullable<PatternReport['measurement']>,
    }).body;
  expect(of('rising')).toContain('Episodes are becoming more frequent.');
  expect(of('steady')).not.toContain('becoming more frequent');
  expect(of('steady')).toContain('9 engineer-hours.');
});

test('digestIssue changes with an episode, the fix or a note, and ignores figures that vary with every clustering', () => {
  const known = digest(report([member(1), member(2)]));
  const recounted = report([member(2), member(1, { excerpt: 'A note was added.', confidence: 0.5 })], {
    confidence: 0.7,
    harm: 3,
    terms: ['pool'],
  });
  expect(digest(recounted)).toBe(known);
  expect(digest(report([member(1), member(2), member(3)]))).not.toBe(known);
  expect(digest(report([member(1), member(2)]), 'Stop it', { note: 'Before the sale.' })).not.toBe(known);
  expect(digest(report([member(1), member(2)]), 'Stop it', { guardrailId: 'canary' })).not.toBe(known);
});
