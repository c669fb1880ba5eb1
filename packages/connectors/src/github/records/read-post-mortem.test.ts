import { describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';
import { captureAppError } from '../../testing.ts';

const { readRecord } = providers;

const person = (date: string) => ({ author: { name: 'Jo Doe', date }, committer: { name: 'GitHub', date } });
const commits = { first: person('2024-06-01T08:00:00Z'), last: person('2024-06-03T08:00:00Z') };
const url = 'https://github.com/acme/docs/blob/main/incidents/db.md';
const read = (content: string, more: object = {}) =>
  readRecord('github', {
    type: 'github.file',
    payload: { repository: 'acme/docs', path: 'incidents/db.md', sha: 'a'.repeat(40), url, content, commits, ...more },
  }).failures;

describe('a post-mortem on GitHub', () => {
  it('takes date and location of a post-mortem from front matter', () => {
    const content = `---
title: Database out of connections
date: 2024-05-01 10:00
resolved: 2024-05-01 12:30
services: [checkout, api]
severity: SEV1
repository: acme/api
url: https://acme.pagerduty.com/incidents/Q1ABCDEF
---
Jo Doe raised the limit. See https://github.com/acme/api/issues/7.`;
    expect(read(content)).toMatchObject([
      {
        kind: 'incident',
        externalId: 'acme/docs#postmortem/incidents/db.md',
        title: 'Database out of connections',
        text: 'author raised the limit. See https://github.com/acme/api/issues/7.',
        services: ['checkout', 'api'],
        repository: 'acme/api',
        severity: 'SEV1',
        occurredAt: '2024-05-01T10:00:00.000Z',
        resolvedAt: '2024-05-01T12:30:00.000Z',
        references: ['https://acme.pagerduty.com/incidents/Q1ABCDEF', 'https://github.com/acme/api/issues/7'],
        url,
        version: '2024-06-03T08:00:00.000Z',
      },
    ]);
  });

  it.each([
    ['its heading', '# 2024-05-02: Cache stampede\n\nIt was.', {}, '2024-05-02T00:00:00.000Z'],
    ['its name', '# Cache stampede\n\nIt was.', { path: 'incidents/2024-05-03-cache.md' }, '2024-05-03T00:00:00.000Z'],
    ['a date in words', '# Cache stampede (January 10, 2026)\n\nIt was.', {}, '2026-01-10T00:00:00.000Z'],
    [
      'the name of its folder',
      'It was.',
      { path: 'pm/2024-05-03-Cache stampede/README.md' },
      '2024-05-03T00:00:00.000Z',
    ],
    ['a line', '# Cache stampede\n\n**Date:** 2026-01-10\n\nIt was.', {}, '2026-01-10T00:00:00.000Z'],
    ['a table', '# Cache stampede\n\n| Date | 10 Jan 2026 |\n|--|--|\n| Sev | 1 |', {}, '2026-01-10T00:00:00.000Z'],
    [
      'its text, where its own date cannot be read',
      '---\ntitle: Cache stampede\ndate: last Tuesday\n---\n- Start: 2026-01-10 10:30 UTC',
      {},
      '2026-01-10T10:30:00.000Z',
    ],
    ['the commit that brought it', '# Cache stampede\n\nIt was.', {}, '2024-06-01T08:00:00.000Z'],
    [
      'that commit, where its own date cannot be read',
      '---\ntitle: Cache stampede\ndate: last Tuesday\n---\nIt was.',
      {},
      '2024-06-01T08:00:00.000Z',
    ],
    [
      'its date, where its kind cannot be read',
      '---\ntitle: Cache stampede\ncreated: 2024-05-04\nkind: outage\n---\nIt was.',
      {},
      '2024-05-04T00:00:00.000Z',
    ],
  ])('takes the date of a post-mortem from %s', (_what, content, more, occurredAt) => {
    expect(read(content, more)).toMatchObject([{ title: 'Cache stampede', occurredAt, repository: 'acme/docs' }]);
  });

  it('reads invalid front matter of a post-mortem as text', () => {
    const [failure] = read('---\n[broken: yaml\n---\n# Cache stampede\nIt was.');
    expect(failure).toMatchObject({ title: 'Cache stampede', occurredAt: '2024-06-01T08:00:00.000Z' });
    expect(failure?.text).toContain('broken: yaml');
  });

  it('rejects a post-mortem without any date', async () => {
    const error = await captureAppError(() => read('# Cache stampede', { commits: null }));
    expect(error.code).toBe('invalid_input');
    expect(error.message).toMatch(/^The post-mortem "incidents\/db\.md" cannot be read: it has no date/u);
  });
});
