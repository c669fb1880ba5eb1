import { readFileSync } from 'node:fs';
import { type CommitRecord, detectReverts, scoreReverts } from '@refrain/analysis';
import { type ListedLine, toHistory } from './listed-history.ts';
import { readOptions } from './read-options.ts';

const usage = `Usage: node test/eval/dist/measure-reverts.js COMMITS REVERTS

Compares the reverts found in a history with a list of them, as one line of JSON; what the figures mean stands with
'scoreReverts', whose 'toRead' a person has to judge. With REVERTS alone, as much of the history as the list itself tells:
for repositories that the rules were not made on. Merges are left out there, since nothing tells which reverts they bring.
`;

const [first = '', second] = readOptions(usage, {}, true).positionals;
const lines = readLines<ListedLine>(second ?? first);
const told = toHistory(second === undefined ? lines.filter((line) => !/^Merge /u.test(line.revert_subject)) : []);
const commits = second === undefined ? told.commits : readLines<CommitRecord>(first);
const list = lines.map(({ revert_sha: sha, reverted_sha: target }) => ({
  sha,
  revertedSha: target ?? told.targets.get(sha) ?? null,
}));
const found = detectReverts(commits);
const score = scoreReverts(commits, found, list);
process.stdout.write(
  `${JSON.stringify({
    commits: commits.length,
    ...score,
    hasLanded: found.filter(({ hasLanded }) => hasLanded).length,
    isFailure: found.filter(({ isFailure }) => isFailure).length,
  })}\n`,
);

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
