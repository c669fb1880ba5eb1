import type { CommitRecord } from './revert.ts';

const maxSubjectLength = 1_000;
const maxBodyLength = 20_000;

/** Truncates the message of a commit, which bounds the time of the regular expressions that search it. */
export function truncateCommitMessage(commit: CommitRecord): CommitRecord {
  const subject = singleSpaced(commit.subject.slice(0, maxSubjectLength));
  return { ...commit, subject, body: capBody(commit.body), pullText: capBody(commit.pullText ?? '') };
}

function capBody(text: string): string {
  return text.slice(0, maxBodyLength).replaceAll('\r', '');
}

/** Replaces runs of white space by single spaces, since some regular expressions take quadratic time for long runs. */
function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export interface ParsedCommitMessageBody {
  /** Lines of the commit's body without quotations, code and indented copies of other messages. */
  readonly lines: readonly string[];
  /** Whether the body begins with a bullet, as in the list of commits that GitHub generates for a squash. */
  readonly isSquashList: boolean;
}

export function parseCommitMessageBody(body: string): ParsedCommitMessageBody {
  const lines: string[] = [];
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) fenced = !fenced;
    else if (!fenced && !/^(?:\s{4}|\t|\s{0,3}>)/u.test(line)) lines.push(singleSpaced(line));
  }
  return { lines, isSquashList: /^\* \S/u.test(lines.find((line) => line !== '') ?? '') };
}
