import type { CommitRecord } from './revert.ts';

/** Maximum length that is read of a subject and of a body, in characters. */
const subjectLimit = 1_000;
const bodyLimit = 20_000;

/** Returns the commit with its message cut to the maximum lengths, so that every later step is bounded. */
export function capMessage(commit: CommitRecord): CommitRecord {
  const subject = singleSpaced(commit.subject.slice(0, subjectLimit));
  return { ...commit, subject, body: capBody(commit.body), pullText: capBody(commit.pullText ?? '') };
}

function capBody(text: string): string {
  return text.slice(0, bodyLimit).replaceAll('\r', '');
}

/** Collapses blanks, which also keeps expressions over the text linear. */
function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export interface CleanMessage {
  readonly subject: string;
  /** Lines of the body in the commit's own words: no quotations, code or indented copies of other messages. */
  readonly lines: readonly string[];
  /**
   * Whether the body is the list of a branch's commits that a squash creates: it starts with a bullet, one per commit.
   */
  readonly isSquashList: boolean;
}

/** Removes quotations and code from a message. */
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
