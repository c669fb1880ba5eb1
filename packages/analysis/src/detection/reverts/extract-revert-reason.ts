import { parseCommitMessageBody } from './parse-commit-message-body.ts';
import { splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

export interface RevertReason {
  /** Lines of the body that probably explain the revert. */
  readonly explanation: string;
  /** Titles and entries of commit lists. They only name changes, unless they state harm or a plan. */
  readonly remarks: string;
}

const maxBodyLength = 10_000;
/** Matches commit trailers such as `Signed-off-by: …` and `Change-Id: …`. */
const hyphenatedTrailer = /^[A-Za-z][A-Za-z\d]{0,20}(?:-[A-Za-z\d]{1,20}){1,4}:/u;
const labelled = /^[A-Z][A-Za-z]{1,20}(?: [A-Za-z]{1,15})? ?[:=](.*)$/u;
/** Matches phrases with which git and GitHub name the reverted change. */
const mechanical = [
  /(?<!\bto (?:now )?)\b(?:this )?(?:partially |partly )?revert(?:s|ed|ing)?:? (?:the )?(?:commits?|merge|prs?|pull requests?|changes in)\s+(?:[0-9a-f]{7,40}\b(?:,? (?:and )?)?|#?\d{1,9}\b(?:,? (?:and )?)?)+/giu,
  /,? ?\breversing\s{1,3}changes made to\s{1,3}[0-9a-f]{7,40}/giu,
  /(?<!\bto (?:now )?)\b(?:this )?(?:partially |partly )?reverts?:? (?:\S{1,100}[#!]\d{1,9}|[#!]\d{1,9}|https?:\/\/\S+|[0-9a-f]{7,40}\b)/giu,
  /\(?cherry[- ]picked from commit [0-9a-f]{7,40}\)?/giu,
  /<!--.{0,2000}?-->/gsu,
];
/** Matches the subject of a merge on GitHub or GitLab, since the words of a branch's name do not state a reason. */
const hostMerge = /^Merged? (?:pull|merge) request [#!]\d{1,9} (?:from|in) \S{1,200}/iu;
const reference = /https?:\S+|\S{0,100}[#!]\d+\S{0,100}|\b[0-9a-f]{7,40}\b|<[^<>\s]{1,100}@[^<>\s]{1,100}>/giu;
const heading = /^(?:#{1,6}\s|={3,}$|-{3,}$|\*\*[^*]{1,60}\*\*:?$)/u;
const checkbox = /^[-*]\s\[[ xX]\]/u;
/** Matches lines that consist of a path, as in a list of conflicts: `app/models/user.rb`, `docs/index.md (deleted)`. */
const path = /^#?\s*[\w@.-]{1,100}(?:\/[\w@.-]{1,100})+(?:\s\([^)]{1,30}\))?$/u;
const tag = /\[(?:ci skip|skip ci|skip actions|no ci)\]/giu;
/** Matches the title of a revert, a merge or a restored change. */
const ofAct =
  /^(?:[*-]\s+)?(?:[\w./ -]{1,40}(?:\([^)]{1,60}\))?!?:\s*)?(?:(?:un-?)?revert(?:s|ed|ing)?|re-?appl(?:y|ies|ied)|re-?land|merge)\b/iu;

/** Extracts the reason that a revert states: its text without trailers, templates, quotations and generated phrases. */
export function extractRevertReason(commit: CommitRecord, targetTexts: readonly string[] = []): RevertReason {
  const known = new Set(
    targetTexts
      .flatMap((text) => text.split('\n'))
      .map(fold)
      .filter(Boolean),
  );
  const explanation: string[] = [];
  const remarks = [commit.subject.replace(hostMerge, ''), commit.pullTitle ?? ''].map(addedToTitle);
  for (const body of [commit.body, commit.pullText ?? '']) {
    const own = mechanical.reduce((text, pattern) => text.replace(pattern, ' '), body.slice(0, maxBodyLength));
    const { lines, isSquashList } = parseCommitMessageBody(own);
    lines.forEach((line, at) => {
      const text = line.replace(tag, ' ').trim();
      if (text === '' || known.has(fold(text)) || isForm(text)) return;
      const isEntry = isSquashList && text.startsWith('* ');
      if (isEntry || ofAct.test(text)) remarks.push(addedToTitle(text));
      else if (isFirstOfMerge(commit, at, lines)) remarks.push(text);
      else explanation.push(text);
    });
  }
  return { explanation: explanation.join('\n'), remarks: remarks.filter(Boolean).join('\n') };
}

/** Counts the words of a text, except URLs, shas, references such as `#12` and single letters. */
export function countReasonWords(text: string): number {
  return (text.replace(reference, ' ').match(/\p{L}{2,}/gu) ?? []).length;
}

function isForm(line: string): boolean {
  if (hyphenatedTrailer.test(line) || heading.test(line) || checkbox.test(line) || path.test(line)) return true;
  if (/^#?\s?conflicts:?$/iu.test(line) || !/\p{L}{2}/u.test(line)) return true;
  const value = labelled.exec(line)?.[1];
  return value !== undefined && countReasonWords(value) < 3;
}

/** Returns whether the line is the first of a merge's body, where GitHub puts the pull request's title. */
function isFirstOfMerge({ subject }: CommitRecord, at: number, lines: readonly string[]): boolean {
  return /^Merged? /u.test(subject) && lines.findIndex((line) => line !== '') === at;
}

/** Returns the words of a revert's title that are neither the quoted title nor the number of the pull request. */
function addedToTitle(title: string): string {
  const bare = splitOffPullRequestNumber(title.replace(tag, ' ').replace(/^[*-]\s+/u, '')).title;
  const open = bare.search(/["“`]/u);
  const close = Math.max(bare.lastIndexOf('"'), bare.lastIndexOf('”'), bare.lastIndexOf('`'));
  if (open >= 0 && close > open) {
    const around = `${bare.slice(0, open)} ${bare.slice(close + 1)}`;
    return around.replace(/\b(?:un-?)?revert(?:s|ed|ing)?\b:?/giu, ' ').trim();
  }
  return bare;
}

function fold(line: string): string {
  return line
    .toLowerCase()
    .replace(/^[*-]\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
