import type { Failure, Link, Pattern } from '@refrain/domain';
import { PatternReport } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { checkWording } from '../blameless/check-wording.ts';
import { buildPatternReport } from './build-pattern-report.ts';
import { renderReportMarkdown } from './render-report-markdown.ts';

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
  lesson: 'What allows it is not known yet.',
  terms: ['pool'],
  cause: 'capacity',
  trigger: 'unknown',
  services: ['checkout'],
  repositories: [],
  confidence: 0.7,
  kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
  episodes: 2,
  firstAt: '2024-01-01T00:00:00.000Z',
  lastAt: '2024-02-01T00:00:00.000Z',
};
const membership = (failureId: string) => ({
  failureId,
  confidence: 0.7,
  evidence: [{ signal: 'words', detail: 'shared words: pool', weight: 0.4 }],
});
const link = (targetId: string, status: Link['status'], score: number): Link => ({
  type: 'ended_by',
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
  targets: ['c1', 'c2', 'c3'].map((id) => ({ id, title: `Change ${id}`, url: null })),
  coverage: { failures: 10, inPatterns: 2 },
  asOf: '2024-02-01T00:00:00.000Z',
});

describe('a pattern report', () => {
  test('holds members in the order of time and links best first, without what was rejected or is unknown', () => {
    expect(PatternReport.parse(report)).toEqual(report);
    expect(report.members.map(({ failureId }) => failureId)).toEqual(['f1', 'f0']);
    expect(report.links.map(({ targetId }) => targetId)).toEqual(['c2', 'c1']);
    expect(report.members[0]).toMatchObject({ episodeId: 'f1', excerpt: 'pool full' });
  });

  test('shows everything it claims, and nothing in it acts', () => {
    const markdown = renderReportMarkdown(report);
    expect(markdown).toContain('# Pool &#42;exhausted&#42;');
    expect(markdown).toContain('- **Episodes**: 2, from 2024-01-01 to 2024-02-01 (2 incidents)');
    expect(markdown).toContain('- <https://pd.example/1>');
    expect(markdown).toContain('- Belongs here with 70 %: shared words: pool');
    expect(markdown).toContain('- Ended by Change c2 (90 %)');
    expect(markdown).toContain('2 of 10 known failures are in a pattern.');
    expect(markdown).not.toMatch(/@ops|#1|<script>/u);
  });

  test('says how sure a cause is and why, with all that are likely, and the bare word of what earlier versions wrote', () => {
    expect(renderReportMarkdown(report)).toContain('- **Cause**: capacity\n- **Trigger**: unknown');
    const causes: Pattern['causes'] = [
      { cause: 'capacity', confidence: 0.6, evidence: ['pool *full*', 'quota'] },
      { cause: 'code_defect', confidence: 0.3, evidence: [] },
    ];
    expect(renderReportMarkdown({ ...report, pattern: { ...pattern, causes } })).toContain(
      '- **Cause**: capacity, 60 % (pool &#42;full&#42;, quota); also code defect, 30 %',
    );
  });

  test('blames nobody in its own words', () => {
    expect(checkWording(renderReportMarkdown(report))).toEqual([]);
  });
});
