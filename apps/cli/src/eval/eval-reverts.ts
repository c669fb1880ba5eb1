import { type CommitRecord, detectReverts } from '@refrain/analysis';
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
});

/** Writes one line for each commit that is a revert; of a revert and the merge that brings it, the revert. */
export async function evalReverts({ input, output }: EvalFiles): Promise<EvalResult> {
  const commits: CommitRecord[] = [];
  for await (const line of readJsonLines(input, CommitLine)) {
    const { repo, sha, date, parents, subject, body, pr } = line;
    commits.push({
      repo: repo ?? '',
      sha,
      date,
      parents: parents ?? [],
      subject: subject ?? '',
      body: body ?? '',
      pr: pr ?? null,
    });
  }
  if (commits.length === 0)
    throw new AppError('invalid_input', `${input} holds no commits: write one JSON object per line.`);
  const reverts = detectReverts(commits);
  await writeJsonLines(output, reverts);
  return {
    records: commits.length,
    scores: {
      reverts: reverts.length,
      withTarget: reverts.filter(({ revertedShas }) => revertedShas.length > 0).length,
    },
  };
}
