import type { Failure } from '@refrain/domain';
import { findCommitReferences } from '../detection/reverts/find-commit-references.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';

export interface NamedChange {
  readonly unit: ChangeUnit;
  /** The change as written in the text, such as `payments#12`. */
  readonly reference: string;
}

const bareNumber = /[#!](\d{1,9})\b/gu;
const changeWords =
  /\b(?:pr|mr|pulls?|pull request|merge request|merg(?:e|ed|ing)|revert(?:s|ed|ing)?|roll(?:ed|ing)? back|deploy(?:s|ed|ing|ment)?|releas(?:e|ed|ing)|change|commit|by|after|since|from|in|of|with|fix(?:es|ed)?|see|caused by)[\s:([]{0,5}$/iu;

const textLimit = 30_000;

const shortReference = /(?<![\w/.-])([\w.-]{2,100})[#!](\d{1,9})\b/gu;

/** Finds the changes that a text names. `#12` counts only if the text calls it a change or a repository is known. */
export function findNamedChanges(
  failure: Failure,
  repositories: readonly string[],
  index: ChangeIndex,
): readonly NamedChange[] {
  const text = `${failure.title}\n${failure.text}`.slice(0, textLimit);
  const references = findCommitReferences(text);
  const named = new Map<string, NamedChange>();
  const note = (unit: ChangeUnit | null, reference: string): void => {
    if (unit !== null && !named.has(unit.key)) named.set(unit.key, { unit, reference });
  };
  for (const { sha } of references.commits) note(index.findBySha(sha), sha.slice(0, 12));
  for (const [reference, name = '', number] of text.matchAll(shortReference))
    note(index.findByShortName(name, Number(number)), reference);
  for (const { repo, number } of references.pulls) {
    if (repo === null && failure.repository === null && !isCalledChange(text, number)) continue;
    const full = repo === null ? null : index.findByNumber(repo, number);
    if (full !== null) note(full, `${repo}#${number}`);
    else
      for (const repository of repositories) {
        if (repo === null || repository.toLowerCase().endsWith(`/${repo.toLowerCase()}`))
          note(index.findByNumber(repository, number), `${repository}#${number}`);
      }
  }
  return [...named.values()];
}

function isCalledChange(text: string, number: number): boolean {
  return [...text.matchAll(bareNumber)].some(
    ({ index, 1: digits }) => Number(digits) === number && changeWords.test(text.slice(Math.max(0, index - 30), index)),
  );
}
