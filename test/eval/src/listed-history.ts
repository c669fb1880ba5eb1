import type { CommitRecord } from '@refrain/analysis';
import { z } from 'zod';

/** A revert as the lists of public repositories have it. */
export const ListedLine = z.object({
  repo: z.string().nullish(),
  revert_sha: z.string(),
  revert_date: z.string().nullish(),
  /** First day of a week, where that is all that is known. */
  week: z.string().nullish(),
  revert_subject: z.string(),
  revert_body: z.string().nullish(),
  reverted_sha: z.string().nullish(),
  reverted_date: z.string().nullish(),
  reverted_subject: z.string().nullish(),
  reverted_body: z.string().nullish(),
  reverted_prs: z.array(z.number()).nullish(),
});
export type ListedLine = z.output<typeof ListedLine>;

/**
 * A history of nothing but listed reverts and what they take back, for repositories whose whole history is not at hand: it
 * tests the reading of messages. Where a list knows a target by its number only, that number stands for its sha.
 */
export function toHistory(lines: readonly ListedLine[]): { commits: CommitRecord[]; targets: Map<string, string> } {
  const commits = new Map<string, CommitRecord>();
  const targets = new Map<string, string>();
  for (const line of lines) {
    commits.set(line.revert_sha, {
      repo: line.repo ?? '',
      sha: line.revert_sha,
      date: line.revert_date ?? line.week ?? '',
      parents: [],
      subject: line.revert_subject,
      body: line.revert_body ?? '',
      pr: null,
    });
  }
  for (const line of lines) {
    const number = line.reverted_prs?.at(-1) ?? null;
    const sha = line.reverted_sha ?? (number === null ? null : `${number}`.padStart(40, 'f'));
    if (sha === null || line.reverted_subject == null) continue;
    targets.set(line.revert_sha, sha);
    if (commits.has(sha)) continue;
    // The same week: before any of its reverts.
    const date = line.reverted_date ?? new Date(Date.parse(line.week ?? line.revert_date ?? '') - 1).toISOString();
    commits.set(sha, {
      repo: line.repo ?? '',
      sha,
      date,
      parents: [],
      subject: line.reverted_subject,
      body: line.reverted_body ?? '',
      pr: number,
    });
  }
  return { commits: [...commits.values()], targets };
}
