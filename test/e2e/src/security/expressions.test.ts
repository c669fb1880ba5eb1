import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { listRegexes, listRegexesComposedAtLoad, listSourceFiles, type RegexOccurrence } from './list-regexes.ts';

/** Regular expressions that may take more than linear time. They are harmless, because their input is short; the value describes it. */
const bounded: Readonly<Record<string, string>> = {
  [String.raw`/\/+$/u`]: 'of addresses that an admin gives, and of those in texts, which are cut at 2,000',
  [String.raw`/^\/+|\/+$/gu`]: 'of a path that a person types',
  [String.raw`/^\.?\/+|\/+$/gu`]: 'of the folder of a scope',
  [String.raw`/^Too big: expected string to have <=([\d.]+).*$/u`]: 'of our own messages',
  [String.raw`/^Too big: expected \w+ to (?:be|have) <=([\d.]+).*$/u`]: 'of our own messages',
  [String.raw`/^Too small: expected \w+ to (?:be|have) >=([\d.]+).*$/u`]: 'of our own messages',
  [String.raw`/^Too small: expected \w+ to (?:be|have) >([\d.]+).*$/u`]: 'of our own messages',
  [String.raw`/\s*$/u`]: 'of a part of a sentence, which is cut at 600',
  [String.raw`/\S+$/u`]: 'of a few words of a sentence, which is cut at 600',
  [String.raw`/\b(?:due|owing|thanks|because|caused|result|resulted|down|attributed|comes?|came|blamed|cause|was|were|is|as|through|by|of|to|from|on)\s*:?\s*$/iu`]:
    'of a part of a sentence, which is cut at 600',
  [String.raw`/\[[^\]]*\]/gu`]: 'of a title, which is cut at 300',
  [String.raw`/[?#].*$/su`]: 'of an address, which is cut at 2,000; what follows the sign is taken to the end at once',
  [String.raw`/["”'${'`'}]*(?: ?\(#\d{1,9}\))*["”'${'`'}]*$/u`]: 'of a title, which is cut at 500',
  [String.raw`/\.(?=\s|$)|,?\s+(?:reversing|which|because|due to|since|as|in favou?r of|that|and (?:adds?|fix))\b|\s[-–—]{1,2}\s/iu`]:
    'of a list of commits, which is cut at 2,000',
  [String.raw`/\s*(?:\((?:pull request |pr )?[#!](\d{1,9})\)|(?<!\b(?:pull request|pr|prs|merge|reverts?|reverting|reverted|back|out|undo|of|and|or)[ :]|[,&+] )[#!](\d{1,9}))\s*$/iu`]:
    'of the subject of a commit, which is cut at 1,000',
  [String.raw`/^["“'‘${'`'}]+|["”'’${'`'}]+$/gu`]: 'of the subject of a commit, which is cut at 1,000',
  [String.raw`/^[\s:_–—-]+|[\s:_–—-]+$/gu`]: 'of the line of a title',
  [String.raw`/\.+$/u`]: 'of a part of a text that may be the name of a repository, which is cut at the longest name',
  [String.raw`/-+$/u`]: 'of the name of a service',
  [String.raw`/\B(?=(?:\d{3})+$)/gu`]: 'of a number of ours',
};

/**
 * Files that compose regular expressions of more than linear time. The value describes the input, whose length is
 * limited.
 */
const boundedParts: Readonly<Record<string, string>> = {
  'packages/analysis/src/detection/reverts/judge-revert.ts': 'of a title, which is cut at 500',
};

/** Files that compose regular expressions at run time, with a description of the parts. No part is ingested text. */
const madeOf: Readonly<Record<string, string>> = {
  'packages/connectors/src/github/issues/track-issue.ts': 'the name of a repository and the number of an issue',
  'apps/web/src/api/field-problems.ts': 'names of fields of the API',
};

/** Packages that apply regular expressions to ingested text. */
const reading = ['@refrain/domain', '@refrain/analysis', '@refrain/connectors'];

const write = ({ source, flags }: RegexOccurrence) => `/${source}/${flags}`;
const isSlow = (expression: RegexOccurrence) => analyse(expression, { maxReports: 1 }).reports.length > 0;

test('the check finds regular expressions of exponential and of quadratic time', () => {
  const find = (source: string) => isSlow({ source, flags: 'u', file: '' });
  expect([String.raw`^(?:a+)+$`, String.raw`\s+$`, String.raw`a*a*b`].map(find)).toEqual([true, true, true]);
  expect(find(String.raw`^[a-z]{1,40}$`)).toBe(false);
});

test('every regular expression takes linear time, or its input is bounded', () => {
  const { literals } = listRegexes();
  expect(listSourceFiles().length).toBeGreaterThan(800);
  expect(literals.length).toBeGreaterThan(700);
  const slow = new Map(literals.filter(isSlow).map((expression) => [write(expression), expression.file]));
  expect([...slow].filter(([expression]) => bounded[expression] === undefined)).toEqual([]);
  // The list must not contain regular expressions that were removed or that take linear time.
  expect(Object.keys(bounded).filter((expression) => !slow.has(expression))).toEqual([]);
});

test('every composed regular expression takes linear time, and none is composed from ingested text', () => {
  const recorded = listRegexesComposedAtLoad(reading);
  expect(recorded.length).toBeGreaterThan(10);
  const slow = recorded.filter(isSlow).map(({ file }) => file);
  expect(slow.filter((file) => boundedParts[file] === undefined)).toEqual([]);
  const known = new Set([...recorded.map(({ file }) => file), ...Object.keys(madeOf)]);
  expect(listRegexes().made.filter((file) => !known.has(file))).toEqual([]);
});
