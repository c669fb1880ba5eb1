import { detectReverts, type RevertVerdict } from '@refrain/analysis';
import { type ListedCommit, readReverts } from './org/read-reverts.ts';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-revert-titles.js REVERTS...

Lists the most frequent kinds of titles among what each repository reverted, with the verdicts on them: numbers, versions and names in
quotes are left out, and six words are compared. For a person to read. Prints a table for each repository; takes some seconds.
`;

const mostListed = 30;
const wordsCompared = 6;

for (const path of readOptions(usage, {}, true).positionals) {
  const commits = readReverts(path);
  for (const repository of new Set(commits.map(({ record }) => record.repo)))
    listTitles(
      repository,
      commits.filter(({ record }) => record.repo === repository),
    );
}

function listTitles(repository: string, commits: readonly ListedCommit[]): void {
  const subjectOf = new Map(commits.map(({ record }) => [record.sha, record.subject]));
  const kinds = new Map<string, Record<RevertVerdict, number>>();
  for (const { sha, verdict } of detectReverts(commits.map(({ record }) => record))) {
    const kind = kindOf(subjectOf.get(sha) ?? '');
    const counts = kinds.get(kind) ?? { failure: 0, planned: 0, unclear: 0 };
    counts[verdict] += 1;
    kinds.set(kind, counts);
  }
  const rows = [...kinds]
    .map(([kind, counts]) => ({ kind, ...counts, all: counts.failure + counts.planned + counts.unclear }))
    .sort((a, b) => b.all - a.all || (a.kind < b.kind ? -1 : 1))
    .slice(0, mostListed);
  process.stdout.write(`${repository}: reverts, failures, planned, unclear, kind\n`);
  for (const { kind, all, failure, planned, unclear } of rows)
    process.stdout.write(
      `${[all, failure, planned, unclear].map((count) => String(count).padStart(5)).join('')}  ${kind}\n`,
    );
}

/** The title of what was reverted, without what differs from one to the next. */
function kindOf(subject: string): string {
  const title =
    /^revert[a-z]*:?\s*"(?<inner>.*)"/iu.exec(subject)?.groups?.inner ?? subject.replace(/^revert[a-z]*:?\s*/iu, '');
  return title
    .toLowerCase()
    .replace(/\(#\d+\)|["'`“”]/gu, ' ')
    .replace(/[\w-]*\d[\w.-]*/gu, '…')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, wordsCompared)
    .join(' ');
}
