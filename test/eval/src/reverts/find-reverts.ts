import { type CommitRecord, detectReverts } from '@refrain/analysis/evaluation';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { PredictionFiles, PredictionResult } from '../command-line/prediction-command.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { scoreReverts } from './score-reverts.ts';

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

const TruthLine = z
  .object({ revert_sha: z.string().min(1), reverted_sha: z.string().nullish() })
  .transform(({ revert_sha: sha, reverted_sha: revertedSha }) => ({ sha, revertedSha: revertedSha ?? null }));

/**
 * Writes one line for each commit that is a revert. For a merge that contains a revert, the line describes the revert. If a list of reverts
 * is given, also prints scores, for Refrain and for a baseline that reads only the name of the head branch.
 */
export async function findReverts({ input, output, truth }: PredictionFiles): Promise<PredictionResult> {
  const commits = (await readAllJsonLines(input, CommitLine)).map(toCommit);
  if (commits.length === 0)
    throw new AppError('invalid_input', `${input} has no commits. Write one JSON object per line.`);
  const listed = truth === undefined ? [] : await readAllJsonLines(truth, TruthLine);
  const reverts = detectReverts(commits);
  await writeJsonLines(
    output,
    // Omit `hasLanded`, because the verdict already takes into account whether the revert was merged.
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
