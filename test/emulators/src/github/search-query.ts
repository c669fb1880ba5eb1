import { type DateRange, parseDateRange } from './date-range.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written-github-data.ts';

type Test = (issue: StoredIssue, repository: RepositoryState) => boolean;

/** The supported qualifiers of https://docs.github.com/search-github/searching-on-github/searching-issues-and-pull-requests. */
const qualifiers: Readonly<Record<string, (value: string) => Test | null>> = {
  repo:
    (value) =>
    (_issue, { owner, name }) =>
      `${owner}/${name}`.toLowerCase() === value.toLowerCase(),
  org:
    (value) =>
    (_issue, { owner }) =>
      owner.toLowerCase() === value.toLowerCase(),
  user:
    (value) =>
    (_issue, { owner }) =>
      owner.toLowerCase() === value.toLowerCase(),
  label: (value) => (issue) => issue.labels.some((label) => label.toLowerCase() === value.toLowerCase()),
  author: (value) => (issue) => issue.author.toLowerCase() === value.toLowerCase(),
  state: (value) => (issue) => issue.state === value,
  is: (value) => testIs(value),
  type: (value) => testIs(value),
  created: (value) => testDate(value, (issue) => issue.createdAt),
  updated: (value) => testDate(value, (issue) => issue.updatedAt),
  closed: (value) => testDate(value, (issue) => issue.closedAt),
  merged: (value) => testDate(value, (issue, { pulls }) => pulls.get(issue.number)?.mergedAt ?? null),
};

function testIs(value: string): Test | null {
  if (value === 'pr' || value === 'issue') return (issue, { pulls }) => pulls.has(issue.number) === (value === 'pr');
  if (value === 'open' || value === 'closed') return (issue) => issue.state === value;
  if (value === 'merged') return (issue, { pulls }) => typeof pulls.get(issue.number)?.mergedAt === 'string';
  return null;
}

function testDate(
  value: string,
  read: (issue: StoredIssue, repository: RepositoryState) => string | null,
): Test | null {
  const range: DateRange | null = parseDateRange(value);
  if (range === null) return null;
  return (issue, repository) => {
    const at = Date.parse(read(issue, repository) ?? '');
    return at >= range.from && at <= range.to;
  };
}

/** Parses a search query into a predicate for issues. Returns null for an unsupported qualifier. Plain words are searched in title and body. */
export function parseSearchQuery(query: string): Test | null {
  const tests: Test[] = [];
  for (const [, isNot, name, quoted, plain, words, word] of query.matchAll(
    /(-?)([a-z]+):(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+)/giu,
  )) {
    const test =
      name === undefined ? testText(words ?? word ?? '') : qualifiers[name.toLowerCase()]?.(quoted ?? plain ?? '');
    if (test === undefined || test === null) return null;
    tests.push(isNot === '-' ? (issue, repository) => !test(issue, repository) : test);
  }
  return (issue, repository) => tests.every((test) => test(issue, repository));
}

function testText(text: string): Test {
  const wanted = text.toLowerCase();
  return ({ title, body }) => `${title}\n${body}`.toLowerCase().includes(wanted);
}
