import { expect, it } from 'vitest';
import { githubWorldFromReverts } from './github-world-from-reverts.ts';
import { pagerDutyWorldFromIncidents, splitText } from './pagerduty-world-from-incidents.ts';

const revert = {
  repo: 'acme/shop',
  revert_sha: 'b'.repeat(40),
  revert_date: '2026-01-02T10:00:00+02:00',
  revert_subject: 'Revert "Add cart (#11)" (#12)',
  revert_body: `This reverts commit ${'a'.repeat(40)}.`,
  files: ['cart.ts'],
  reverted_sha: 'a'.repeat(40),
  reverted_date: '2026-01-01T10:00:00Z',
  reverted_subject: 'Add cart (#11)',
  reverted_body: null,
  reverted_files: ['cart.ts'],
};
const merge = {
  ...revert,
  revert_sha: 'd'.repeat(40),
  revert_date: '2026-01-03T10:00:00Z',
  revert_subject: 'Merge pull request #14 from user/revert-13-x',
  revert_body: 'Revert "Cache"',
  reverted_sha: null,
};

const world = githubWorldFromReverts([merge, revert]);
const [repository] = world.repositories;

it('githubWorldFromReverts sorts reverted commits and their reverts by time, whatever the order of the rows', () => {
  expect(repository?.commits.map(({ sha }) => sha[0])).toEqual(['a', 'b', 'd']);
  expect(repository?.commits.map(({ parents }) => parents.map((sha) => sha[0]))).toEqual([[], ['a'], ['b']]);
  expect(repository?.commits[1]).toMatchObject({
    date: '2026-01-02T08:00:00.000Z',
    message: expect.stringContaining('This reverts commit aaa'),
  });
  expect(githubWorldFromReverts([revert, merge, revert])).toEqual(world);
});
it('githubWorldFromReverts creates the pull requests that are named in the subjects of squash and merge commits', () => {
  expect(repository?.pulls).toMatchObject([
    { number: 11, title: 'Add cart', mergeCommitSha: 'a'.repeat(40), files: ['cart.ts'] },
    { number: 12, title: 'Revert "Add cart (#11)"', mergeCommitSha: 'b'.repeat(40) },
    { number: 14, title: 'Revert "Cache"', headRef: 'revert-13-x' },
  ]);
});
it('githubWorldFromReverts rejects rows without a valid date or repository', () => {
  expect(() => githubWorldFromReverts([])).toThrow('at least one row');
  expect(() => githubWorldFromReverts([{ ...revert, revert_date: 'yesterday' }])).toThrow(/revert 1: revert_date/u);
  expect(() => githubWorldFromReverts([revert, { ...revert, repo: 'other/shop' }])).toThrow('one organisation');
});

it('pagerDutyWorldFromIncidents numbers incidents by time, creates services, and splits a long text without losing or repeating a word', () => {
  const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} ${'word '.repeat(60)}end${at}.`);
  const { incidents, services } = pagerDutyWorldFromIncidents([
    {
      id: 'late',
      title: 'Late',
      text: paragraphs.join('\n\n'),
      start: '2026-02-01T10:00:00Z',
      end: '2026-02-01T12:00:00Z',
      service: 'shop',
      severity: 'high',
    },
    { id: 'early', title: 'Early', text: '', created: '2026-01-01', end: null },
  ]);
  expect(
    incidents.map(({ number, title, createdAt, resolvedAt }) => ({ number, title, createdAt, resolvedAt })),
  ).toEqual([
    { number: 1, title: 'Early', createdAt: '2026-01-01T00:00:00.000Z', resolvedAt: '2026-01-01T00:00:00.000Z' },
    { number: 2, title: 'Late', createdAt: '2026-02-01T10:00:00.000Z', resolvedAt: '2026-02-01T12:00:00.000Z' },
  ]);
  expect(services.map(({ name }) => name)).toEqual(['All services', 'shop']);
  const late = incidents[1];
  const parts = [late?.description ?? '', ...(late?.notes ?? []).map(({ content }) => content)];
  expect(parts.length).toBeGreaterThan(2);
  for (let at = 0; at < 60; at += 1) expect(parts.join('\n').split(`end${at}.`)).toHaveLength(2);
});
it('pagerDutyWorldFromIncidents rejects an incident without a time, and two incidents with the same id', () => {
  expect(() => pagerDutyWorldFromIncidents([{ id: 'a', title: 'A', text: '' }])).toThrow(
    'needs the field "start" or "created"',
  );
  const row = { id: 'a', title: 'A', text: '', start: '2026-01-01' };
  expect(() => pagerDutyWorldFromIncidents([row, row])).toThrow('same id');
});

it('splitText splits a paragraph that is longer than the limit', () => {
  expect(splitText('aaaa\n\nbb\n \ncc', 6)).toEqual(['aaaa', 'bb\n\ncc']);
  expect(splitText('a'.repeat(10), 4)).toEqual(['aaaa', 'aaaa', 'aa']);
});
