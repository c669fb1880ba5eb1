import {
  type CommitReferences,
  countCommitReferences,
  findCommitReferences,
  toRangeAfterCommit,
} from './find-commit-references.ts';
import type { ParsedMessageBody } from './parse-message-body.ts';
import { parseRevertTitle } from './parse-revert-title.ts';

/** A sentence in the body of a commit that states which commits are reverted. */
export interface RevertStatement {
  readonly references: CommitReferences;
  readonly isPartial: boolean;
  /** Whether the sentence says that the reverted change was itself a revert: "…, which reverted #12". */
  readonly isTargetRevert: boolean;
  /** Whether the sentence is reliable: it is on the first line of the body, or in the exact words of git or GitHub. */
  readonly isStrong: boolean;
  /** If the body lists squashed commits: index of the listed commit that contains the sentence; otherwise null. */
  readonly squashIndex: number | null;
}

/** Returns whether all commits in the list of a squash are reverts, so that the squash is a revert too. */
export function isListOfReverts(message: ParsedMessageBody): boolean {
  const entries = message.lines.filter((line) => line.startsWith('* ')).map((line) => line.slice(2));
  return message.isSquashList && entries.length > 0 && entries.every((entry) => parseRevertTitle(entry) !== null);
}

const opening =
  /^(?:[-*•]\s+)?(?<self>(?:this|the|it)\s+(?:(?:commit|change|pr|pull request|mr|patch|diff)\s+)?)?(?<how>(?:(?:partial(?:ly)?|partly|effectively|essentially|mostly|manually|fully|completely|temporarily)\s+)?)(?:reverts?|reverting|reverted|is a (?:partial )?revert of|undoes|backs? out|backed out|rolls? back|rolled back|roll-?back of)(?<filler>(?:\s+(?:the|following|commits?|changesets?|merge|(?:pull |merge )?requests?|prs?|mrs?|changes?|in|from|of|revisions?|both|made|these|by|all|everything|reverts?|since|after)\b|\s*:)*)\s*/iu;
/** Matches the line that GitHub's revert button puts into a pull request's description: `Reverts acme/shop#12`. */
const hostLine = /^reverts [\w.-]{1,100}\/[\w.-]{1,100}#\d{1,9}\.?$/iu;
const sentenceEnd =
  /\.(?=\s|$)|,?\s+(?:reversing|which|because|due to|since|as|in favou?r of|that|and (?:adds?|fix))\b|\s[-–—]{1,2}\s/iu;
const maxListLength = 2_000;

/** Finds the sentences in the body of a commit that state which commits are reverted. */
export function parseRevertBody(message: ParsedMessageBody): readonly RevertStatement[] {
  const { lines, isSquashList } = message;
  const statements: RevertStatement[] = [];
  const first = lines.findIndex((line) => line !== '');
  let section = -1;
  lines.forEach((line, at) => {
    if (isSquashList && line.startsWith('* ')) section += 1;
    const match = opening.exec(line);
    if (match === null) return;
    const text = listAfter(lines, at, match[0].length);
    const end = sentenceEnd.exec(text)?.index ?? text.length;
    const list = text.slice(0, end);
    const { self, how = '', filler = '' } = match.groups ?? {};
    const named = findCommitReferences(list);
    const references = /\b(?:since|after)(?:\s+commit)?$/iu.test(filler) ? toRangeAfterCommit(named) : named;
    if (countCommitReferences(references) === 0 || !startsWithReference(list)) return;
    const namesCommit = references.commits.length + references.ranges.length > 0;
    statements.push({
      references,
      isPartial: /part/iu.test(how) || /partial/iu.test(match[0]),
      isTargetRevert: /\breverts?\b/iu.test(filler) || /\bwhich (?:was a )?revert/iu.test(text.slice(end, end + 60)),
      isStrong: namesCommit
        ? self !== undefined || /commit/iu.test(filler) || references.commits.some(({ sha }) => sha.length === 40)
        : (at === first && how === '') || hostLine.test(line),
      squashIndex: section < 0 ? null : section,
    });
  });
  return statements;
}

function startsWithReference(list: string): boolean {
  return /^[-*\s("“`]*(?:https?:|[\w./-]{0,200}[#!]\d|[0-9a-f]{7})/iu.test(list);
}

/** Returns the paragraph's text from `column` of line `at` on; if there is none, that of the next paragraph. */
function listAfter(lines: readonly string[], at: number, column: number): string {
  let text = (lines[at] ?? '').slice(column);
  let announced = text.trim() === '';
  for (let next = at + 1; next < lines.length && text.length < maxListLength; next += 1) {
    const line = lines[next] ?? '';
    if (line === '' && !announced) break;
    if (line !== '') {
      if (opening.test(line)) break;
      if (/^\* /u.test(line) && findCommitReferences(line).commits.length === 0) break;
      text += ` ${line}`;
      announced = false;
    }
  }
  return text.slice(0, maxListLength).trim();
}
