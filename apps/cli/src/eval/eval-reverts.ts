import { type CommitRecord, detectReverts, type ListedRevert, scoreReverts } from '@refrain/analysis';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { EvalFiles, EvalResult } from './eval-task.ts';
import { readJsonLines } from './read-json-lines.ts';
import { writeJsonLines } from './write-json-lines.ts';

const CommitLine = z.object({
  repo: z.string().nullish(),
  sha: z.string().min(1),
  date: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a date'),
  parents: z.array(z.string()).nullish(),
  subject: z.string().nullish(),
  body: z.string().nullish(),
  pr: z.number().int().nullish(),
  branch: z.string().nullish(),
});

const TruthLine = z.object({ revert_sha: z.string().min(1), reverted_sha: z.string().nullish() });

/**
 * Writes one line for each commit that is a revert; of a revert and the merge that brings it, the revert. Scored against a
 * list of reverts where one is given, beside what the name of the head branch alone would find.
 */
export async function evalReverts({ input, output, truth }: EvalFiles): Promise<EvalResult> {
  const commits: CommitRecord[] = [];
  for await (const line of readJsonLines(input, CommitLine)) commits.push(toCommit(line));
  if (commits.length === 0)
    throw new AppError('invalid_input', `${input} holds no commits: write one JSON object per line.`);
  const listed: ListedRevert[] = [];
  if (truth !== undefined)
    for await (const { revert_sha: sha, reverted_sha: target } of readJsonLines(truth, TruthLine))
      listed.push({ sha, revertedSha: target ?? null });
  const reverts = detectReverts(commits);
  await writeJsonLines(
    output,
    // Whether it had landed is in the verdict already.
    reverts.map(({ hasLanded: _, ...revert }) => revert),
  );
  const counts = {
    reverts: reverts.length,
    withTarget: reverts.filter(({ revertedShas }) => revertedShas.length > 0).length,
  };
  return {
    records: commits.length,
    scores: truth === undefined ? counts : { ...counts, ...scoreReverts(commits, reverts, listed) },
  };
}

function toCommit({ repo, sha, date, parents, subject, body, pr, branch }: z.output<typeof CommitLine>): CommitRecord {
  return {
    repo: repo ?? '',
    sha,
    date,
    parents: parents ?? [],
    subject: subject ?? '',
    body: body ?? '',
    pr: pr ?? null,
    branch: branch ?? null,
  };
}
