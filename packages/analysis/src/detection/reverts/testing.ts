import { detectReverts } from './detect-reverts.ts';
import type { CommitRecord } from './revert.ts';

export function createShaFromSeed(seed: number): string {
  return seed.toString(16).padStart(4, '0').repeat(10);
}

/** Creates a linear history with one commit per hour, oldest first. `parents` are indices into the list of messages. */
export function createCommits(
  ...messages: (string | { message: string; parents?: number[]; repo?: string; branch?: string; pr?: number })[]
): CommitRecord[] {
  return messages.map((entry, at) => {
    const {
      message,
      parents,
      repo = 'acme/shop',
      branch = null,
      pr = null,
    } = typeof entry === 'string' ? { message: entry } : entry;
    const [subject = '', ...body] = message.split('\n');
    return {
      repo,
      sha: createShaFromSeed(at + 0xa10),
      date: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
      parents: (parents ?? (at === 0 ? [] : [at - 1])).map((parent) => createShaFromSeed(parent + 0xa10)),
      subject,
      body: body.join('\n').trim(),
      pr,
      branch,
    };
  });
}

/** Detects reverts. Returns for each the indices in `commits` of the revert (`at`) and of the reverted commits. */
export function detectRevertIndices(
  commits: readonly CommitRecord[],
): { at: number; reverts: number[]; pr: number | null }[] {
  const indexOfSha = (wanted: string): number => commits.findIndex((commit) => commit.sha === wanted);
  return detectReverts(commits).map((revert) => ({
    at: indexOfSha(revert.sha),
    reverts: revert.revertedShas.map(indexOfSha),
    pr: revert.revertedPr,
  }));
}
