import { judgeRevert, type RevertJudgement } from './judge-revert.ts';
import { truncateCommitMessage } from './parse-commit-message-body.ts';
import { parseRevertTitle } from './parse-revert-title.ts';

/** Judges a revert from an imported file, which contains only a title and a text. */
export function judgeDescribedRevert(title: string, text: string): RevertJudgement {
  const commit = truncateCommitMessage({
    repo: '',
    sha: '',
    date: '',
    parents: [],
    subject: title,
    body: text,
    pr: null,
  });
  const reading = parseRevertTitle(commit.subject);
  const titles = reading?.quoted == null ? [] : [reading.quoted];
  return judgeRevert(commit, { titles, age: null, depth: reading?.depth ?? 1, isVague: reading === null });
}
