import {
  type Failure,
  type Link,
  type Pattern,
  PatternReport,
  type ReportMember,
  type ReportSection,
} from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { checkWording } from '../../blameless/check-wording.ts';
import { renderDocumentMarkdown } from '../document/render-document-markdown.ts';
import { buildPatternReport } from './build-pattern-report.ts';
import { describeReport, getReportDocument } from './describe-report.ts';

const failure = (id: string, occurredAt: string, title: string): Failure => ({
  id,
  connectionId: 'c',
  episodeId: null,
  duplicateOf: null,
  kind: 'incident',
  externalId: id,
  title,
  text: 'pool full\n```\n@all <script>',
  services: ['checkout'],
  repository: null,
  environment: null,
  paths: [],
  sha: null,
  occurredAt,
  resolvedAt: null,
  precision: 'instant',
  severity: null,
  url: 'https://pd.example/1',
  version: occurredAt,
  timing: null,
  urgency: null,
  responders: null,
  references: [],
  isFailure: true,
  confidence: 1,
});
const pattern: Pattern = {
  id: 'p',
  name: 'Pool *exhausted*',
  lesson: 'The pool was full.',
  terms: ['pool'],
  cause: 'capacity',
  trigger: 'unknown',
  services: ['checkout'],
  repositories: [],
  confidence: 0.7,
  kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
  episodes: 2,
  harm: 1,
  firstAt: '2024-01-01T00:00:00.000Z',
  lastAt: '2024-02-01T00:00:00.000Z',
};
const membership = (failureId: string) => ({
  failureId,
  confidence: 0.7,
  evidence: [{ signal: 'words', detail: 'shared words: pool', weight: 0.4 }],
});
const link = (targetId: string, status: Link['status'], score: number): Link => ({
  type: 'resolved_by',
  failureId: 'f1',
  targetId,
  score,
  evidence: [],
  status,
});
const report = buildPatternReport({
  pattern,
  members: ['2024-02-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'].map((at, index) => ({
    failure: failure(`f${index}`, at, 'Pool full @ops #1'),
    membership: membership(`f${index}`),
  })),
  links: [
    link('c1', 'suggested', 0.5),
    link('c2', 'confirmed', 0.9),
    link('c3', 'rejected', 1),
    link('gone', 'suggested', 1),
  ],
  targets: ['c1', 'c2', 'c3'].map((id) => ({
    id,
    title: `Change ${id}`,
    url: null,
    occurredAt: '2024-01-01T01:00:00.000Z',
  })),
  coverage: { failures: 10, inPatterns: 2 },
  asOf: '2024-02-01T00:00:00.000Z',
});

describe('buildPatternReport', () => {
  test('buildPatternReport lists members in chronological order and links by score, and omits rejected links and links to unknown targets', () => {
    expect(PatternReport.parse(report)).toEqual(report);
    expect(report.members.map(({ failureId }) => failureId)).toEqual(['f1', 'f0']);
    expect(report.links.map(({ targetId }) => targetId)).toEqual(['c2', 'c1']);
    expect(report.members[0]).toMatchObject({ episodeId: 'f1', excerpt: 'pool full' });
  });

  test('buildPatternReport shows all episodes with links to their sources, and escapes external texts', () => {
    const markdown = renderDocumentMarkdown(getReportDocument(report));
    expect(markdown).toContain('# Pool &#42;exhausted&#42;');
    expect(markdown).toMatch(/\n2 episodes since Jan 2024 · last seen 1 Feb 2024 · checkout\n/u);
    expect(markdown).toMatch(
      /\n\| E1 \| 1 Jan 2024 \| <a id="ref-e1"><\/a>\[Pool full .*\]\(<https:\/\/pd\.example\/1>\)/u,
    );
    expect(markdown).toMatch(/\| “Change c2” \|\n/u);
    expect(markdown).not.toMatch(/@ops|#1|<script>/u);
  });

  test('buildPatternReport quotes the resolution that a person chose, and no message to people', () => {
    const text =
      '## Resolution\n\nRestarted the pool, it recovered. cc the on-call engineer\n\nThe pool is larger now.';
    const stated = { failure: { ...failure('f1', '2024-01-01T00:00:00.000Z', text) }, membership: membership('f1') };
    const input = { pattern, members: [stated], links: [], targets: [], coverage: report.coverage, asOf: report.asOf };
    const quote = 'The pool is larger now.';
    const decision = { kind: 'statement', failureId: 'f1', statement: 'resolution', quote } as const;
    const decided = { ...input, corrections: [{ id: '1', decidedAt: report.asOf, decision }] };
    expect(buildPatternReport(input).members[0]).not.toHaveProperty('statedResolution');
    expect(buildPatternReport(decided).members[0]?.statedResolution).toEqual({ quote, confidence: 1 });
    expect(renderDocumentMarkdown(getReportDocument(buildPatternReport(decided)))).toContain(`“${quote}”`);
  });

  test('buildPatternReport leaves out messages to people that an earlier version stored as quotations', () => {
    const [first, ...others] = report.members;
    const statedResolution = { quote: 'Restarted it. cc the on-call engineer', confidence: 0.7 };
    const earlier = {
      ...report,
      document: undefined,
      members: [{ ...(first as ReportMember), statedResolution }, ...others],
    };
    expect(renderDocumentMarkdown(getReportDocument(earlier))).not.toContain('cc the');
  });

  const sectionsOf = (...input: Parameters<typeof describeReport>) =>
    new Map(describeReport(...input).sections.map((section) => [section.id, section]));
  const cellsOf = (section: ReportSection | undefined, column: string) =>
    section?.table?.rows.map((row) => row[section.table?.columns.indexOf(column) ?? 0]);
  const textsOf = (section: ReportSection | undefined) => section?.statements.map(({ text }) => text);

  test('buildPatternReport says that the resolution of the last episode is unknown before it names the change that resolved an earlier one', () => {
    const { resolution } = Object.fromEntries(sectionsOf(report, []));
    expect(textsOf(resolution)).toEqual([
      'It is not known how the last episode, on 1 Feb 2024, was resolved. An earlier episode was resolved on 1 Jan 2024 by “Change c2”.',
    ]);
  });

  const quoting = (quotes: readonly string[]) =>
    quotes.map((quote, at) => ({
      ...(report.members[at] as ReportMember),
      statedRootCause: { quote, confidence: 0.7 },
    }));

  test('buildPatternReport names the mechanism and the episodes that state it, and quotes root causes, the newest of equally typical ones first', () => {
    const [first, second] = quoting(['Nobody limited the queries.', 'A leak kept connections open.']);
    const stating = { ...(first as ReportMember), statedMechanism: { mechanism: 'Pool empty', quote: 'It was full.' } };
    const mechanism = '1 of 2 episodes states the mechanism “pool empty”.';
    const mechanismFailureIds = [stating.failureId];
    const scenario = { mechanism, mechanismFailureIds, trigger: null, cause: null, symptom: null, resolution: null };
    const stated = { ...pattern, scenario, mechanism: 'Pool empty' };
    const sections = sectionsOf({ ...report, members: [stating, second as ReportMember], pattern: stated }, []);
    expect(sections.get('cause')?.statements).toMatchObject([
      { text: mechanism, refs: ['E1'] },
      { text: '1 Feb 2024: “A leak kept connections open.”', refs: ['E2'] },
      { text: '1 Jan 2024: “Nobody limited the queries.”', refs: ['E1'] },
    ]);
    expect(cellsOf(sections.get('episodes'), 'cause')).toEqual(['“A leak kept connections open.”', 'Pool empty']);
  });

  test('buildPatternReport quotes one of several similar root causes and cites only its episode', () => {
    const members = quoting(['The pool of the shop had 10 slots.', 'The pool of the shop had 12 slots.']);
    expect(sectionsOf({ ...report, members }, []).get('cause')?.statements).toMatchObject([
      { text: '1 Feb 2024: “The pool of the shop had 12 slots.”', refs: ['E2'] },
    ]);
  });

  test('buildPatternReport quotes sentences that state the mechanism if no root cause is stated', () => {
    const statedMechanism = { mechanism: 'Pool empty', quote: 'It was full.' };
    const members = report.members.map((member) => ({ ...member, statedMechanism }));
    const sections = sectionsOf({ ...report, members, pattern: { ...pattern, mechanism: 'Pool empty' } }, []);
    expect(textsOf(sections.get('cause'))).toEqual(['1 Jan 2024 and 1 Feb 2024: “It was full.”']);
  });

  test('buildPatternReport quotes the two newest different resolutions', () => {
    const quotes = ['Ants were removed.', 'The pool was raised.', 'Bees flew off.'];
    const members = quotes.map((quote, at) => ({
      ...(report.members[0] as ReportMember),
      ...{ failureId: `f${at}`, episodeId: `f${at}`, occurredAt: `2024-0${at + 1}-01T00:00:00.000Z` },
      statedResolution: { quote, confidence: 0.7 },
    }));
    expect(textsOf(sectionsOf({ ...report, members, links: [] }, []).get('resolution'))?.slice(-2)).toEqual([
      '1 Mar 2024: “Bees flew off.”',
      '1 Feb 2024: “The pool was raised.”',
    ]);
  });

  test('buildPatternReport does not repeat the titles of alerts as what fails', () => {
    const members = report.members.map((member) => ({ ...member, title: 'Pool of the cart is full' }));
    expect(sectionsOf({ ...report, members }, []).get('symptoms')).toBeUndefined();
  });

  test('buildPatternReport lists episodes newest first, with duration, severity and cause', () => {
    const [first, second] = report.members as [ReportMember, ReportMember];
    const cause = { ...(report.links[0] as (typeof report.links)[number]), type: 'caused_by' as const };
    const section = sectionsOf(
      { ...report, members: [{ ...first, severity: 'SEV-2' }, second], links: [cause], episodeHours: { f1: 1.2 } },
      [],
    ).get('episodes');
    expect(section?.table).toEqual({
      columns: ['episode', 'date', 'title', 'service', 'duration', 'severity', 'cause'],
      rows: [
        ['E2', '1 Feb 2024', { text: 'Pool full @ops #1', ref: 'E2' }, 'checkout', '', '', ''],
        [
          ...['E1', '1 Jan 2024', { text: 'Pool full @ops #1', ref: 'E1' }, 'checkout', '1 h 10 min', 'SEV-2'],
          { text: '“Change c2”', ref: 'C1' },
        ],
      ],
    });
  });

  test('buildPatternReport quotes the actions that the team planned, each once', () => {
    const actions = ['Add an alert on the pool', 'Add an alert on the pool'];
    const members = report.members.map((member, at) => ({ ...member, plannedAction: actions[at] }));
    const statements = sectionsOf({ ...report, members }, []).get('recommendation')?.statements;
    expect(statements).toMatchObject([
      {
        label: 'Planned by the team',
        text: '1 Jan 2024 and 1 Feb 2024: “Add an alert on the pool”',
        refs: ['E1', 'E2'],
      },
    ]);
    const planning = failure('f2', '2024-03-01T00:00:00.000Z', 'Pool full');
    const text = '## Summary\n\nThe pool was full.\n\n## Action items\n\n- Add an alert on the pool size\n';
    const built = buildPatternReport({
      ...{ pattern, links: [], targets: [], coverage: report.coverage, asOf: report.asOf },
      members: [{ failure: { ...planning, text }, membership: membership('f2') }],
    });
    expect(built.members[0]?.plannedAction).toBe('Add an alert on the pool size');
  });

  test('buildPatternReport begins with the root cause that resembles the other members most, and quotes equal ones once', () => {
    const causes = [
      'The certificate of the gateway expired.',
      'The certificate of the gateway expired.',
      'A router lost power.',
    ];
    const members = causes.map((quote, at) => ({
      ...(report.members[0] as ReportMember),
      failureId: `f${at}`,
      episodeId: `f${at}`,
      title: 'Gateway down',
      occurredAt: `2024-0${at + 1}-01T00:00:00.000Z`,
      statedRootCause: { quote, confidence: 0.7 },
    }));
    expect(textsOf(sectionsOf({ ...report, members, links: [] }, []).get('cause'))).toEqual([
      '1 Jan 2024 and 1 Feb 2024: “The certificate of the gateway expired.”',
      '1 Mar 2024: “A router lost power.”',
    ]);
  });

  test('buildPatternReport omits sections about which nothing is known', () => {
    const ids = [...sectionsOf({ ...report, links: [] }, []).keys()];
    for (const id of ['cause', 'trigger', 'resolution', 'trend', 'map', 'cost']) expect(ids).not.toContain(id);
  });

  test('buildPatternReport counts the incidents that, according to a person, were not caused by a change', () => {
    const answer = { verdict: 'not_change_related', confidence: 0.8, isDecided: false, resolvedBy: 'manual' } as const;
    const describeWith = (answers: readonly ReportMember['answer'][]) => {
      const members = report.members.map((member, at) => ({ ...member, answer: answers[at] }));
      const sections = sectionsOf({ ...report, members, links: [] }, []);
      return ['trigger', 'resolution'].flatMap((id) =>
        (sections.get(id)?.statements ?? []).map(({ text, refs }) => [text, ...refs]),
      );
    };
    expect(describeWith([answer, { ...answer, verdict: 'undecided' }])).toEqual([]);
    expect(describeWith([{ ...answer, isDecided: true }, answer])[0]).toEqual([
      'A person decided that 1 episode was not caused by a change.',
      'E1',
    ]);
  });

  test('buildPatternReport names the folder that changed before the episodes, and marks the location with more episodes than elsewhere', () => {
    const rate = { observed: 6, organisation: 1.5, estimate: 4, low: 2, high: 7, isAbove: true };
    const cell = {
      service: 'checkout',
      repository: null,
      episodes: 2,
      episodeIds: ['f1', 'f0'],
      standsOut: true,
      hours: { total: 3, median: 1.5, withDuration: 2, episodes: 2 },
      per100Changes: rate,
      per30Days: rate,
      per100Episodes: null,
    };
    const map: PatternReport['map'] = {
      from: pattern.firstAt,
      until: pattern.lastAt,
      cells: [
        cell,
        {
          ...cell,
          service: 'cart',
          episodes: 1,
          episodeIds: ['f1'],
          standsOut: false,
          per100Changes: { ...rate, observed: 3 },
        },
      ],
      compared: 5,
      episodesWithPaths: 2,
      folders: [{ repository: 'acme/shop', path: 'src/db', episodeIds: ['f1', 'f0'] }],
    };
    const where = describeReport({ ...report, map }, []).sections.find(({ id }) => id === 'map');
    expect(where?.statements.map(({ text, refs }) => [text, ...refs])).toEqual([
      ['Files in src/db (acme/shop) were changed in all 2 episodes with known file changes.', 'E1', 'E2'],
    ]);
    expect(where?.table?.rows).toEqual([['checkout', '2 – more than elsewhere']]);
    const alone = { ...map, cells: [cell], compared: 1, folders: [] };
    const only = describeReport({ ...report, map: alone }, []).sections.find(({ id }) => id === 'map');
    expect(only).toBeUndefined();
  });

  test('buildPatternReport shows the improvement after a person decided on it', () => {
    const improvement: PatternReport['improvement'] = {
      id: 'i',
      state: 'opened',
      title: 'Bound the pool',
      guardrailId: null,
      repository: 'acme/pool',
      issueNumber: 1,
      issueUrl: 'https://git.example/1',
      fix: null,
      updatedAt: pattern.lastAt,
    };
    const { sections, sources } = describeReport({ ...report, improvement }, []);
    expect(sections.find(({ id }) => id === 'recommendation')?.statements).toMatchObject([
      { label: 'To find out', text: expect.stringMatching(/^Why does it happen\?/u) },
      { label: 'Status', text: 'Open as acme/pool#1.', refs: ['I1'] },
    ]);
    expect(sources.at(-1)).toMatchObject({ ref: 'I1', kind: 'improvement', url: 'https://git.example/1' });
  });

  test('buildPatternReport cites only listed sources', () => {
    const { lead, sections, sources } = report.document ?? describeReport(report, []);
    const known = new Set(sources.map(({ ref }) => ref));
    const statements = [lead, ...sections.flatMap((section) => section.statements)];
    for (const { refs } of statements) for (const ref of refs) expect(known).toContain(ref);
  });

  test('buildPatternReport writes the document of a report that was stored without one', () => {
    const { document: _, measurement: __, ...earlier } = report;
    expect(renderDocumentMarkdown(getReportDocument(earlier))).toContain('2 episodes since Jan 2024');
  });

  test('buildPatternReport mentions former names of the pattern once, in its history', () => {
    const { document } = buildPatternReport({
      pattern,
      members: [],
      links: [],
      targets: [],
      coverage: report.coverage,
      asOf: report.asOf,
      formerNames: ['Pool empty', pattern.name],
    });
    const named = (document?.sections ?? [])
      .flatMap(({ statements }) => statements)
      .filter(({ label }) => label === 'Former names');
    expect(named.map(({ text }) => text)).toEqual(['“Pool empty”.']);
  });

  test('buildPatternReport blames nobody', () => {
    expect(checkWording(renderDocumentMarkdown(getReportDocument(report)))).toEqual([]);
  });
});
