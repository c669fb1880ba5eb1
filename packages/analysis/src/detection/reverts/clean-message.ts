import type { CommitRecord } from './revert.ts';

/** Longest part of a subject and of a body that is read, in characters. */
const subjectLimit = 1_000;
const bodyLimit = 20_000;

/** The commit with as much of its message as is read, so that no later step meets more. */
export function capMessage(commit: CommitRecord): CommitRecord {
  const subject = singleSpaced(commit.subject.slice(0, subjectLimit));
  return { ...commit, subject, body: capBody(commit.body), pullText: capBody(commit.pullText ?? '') };
}

function capBody(text: string): string {
  return text.slice(0, bodyLimit).replaceAll('\r', '');
}

/** Runs of blanks as one, which also keeps expressions over the text linear. */
function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export interface CleanMessage {
  readonly subject: string;
  /** Lines of the body that the commit says of itself: no quotations, code or indented copies of other messages. */
  readonly lines: readonly string[];
  /** The body is the list that a squash makes of the branch's commits: first line a bullet, one per commit. */
  readonly isSquashList: boolean;
}

/** Drops from a message what it only quotes. */
export function cleanMessage(subject: string, body: string): CleanMessage {
  const lines: string[] = [];
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) fenced = !fenced;
    else if (!fenced && !/^(?:\s{4}|\t|\s{0,3}>)/u.test(line)) lines.push(singleSpaced(line));
  }
  const first = lines.find((line) => line !== '') ?? '';
  return {
    subject,
    lines,
    isSquashList: /^\* \S/u.test(first),
  };
}
