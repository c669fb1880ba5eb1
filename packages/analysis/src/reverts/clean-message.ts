/** Longest part of a subject and of a body that is read, in characters. */
const subjectLimit = 1_000;
const bodyLimit = 20_000;

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
  for (const line of body.slice(0, bodyLimit).split(/\r?\n/u)) {
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) fenced = !fenced;
    else if (!fenced && !/^(?:\s{4}|\t|\s{0,3}>)/u.test(line)) lines.push(line.trim());
  }
  const first = lines.find((line) => line !== '') ?? '';
  return {
    subject: subject.slice(0, subjectLimit).replace(/\s+/gu, ' ').trim(),
    lines,
    isSquashList: /^\* \S/u.test(first),
  };
}
