import type { Improvement, PatternReport } from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { formatFixTitle, formatInvestigationTitle } from './format-issue-title.ts';

export interface FollowedTitle {
  readonly title: string;
  /** Titles that Refrain gave to the issue while the pattern had other names. A person has chosen any other title. */
  readonly earlierTitles: readonly string[];
}

type TitleFormat = (patternName: string) => string;

/**
 * Gives the title of an improvement the current name of its pattern. Keeps a title that a person has written.
 * @param formerNames all names that the pattern had
 */
export function followPatternName(
  { title, guardrailId }: Pick<Improvement, 'title' | 'guardrailId'>,
  { pattern, choice }: Pick<PatternReport, 'pattern' | 'choice'>,
  formerNames: readonly string[],
): FollowedTitle {
  const formats = listTitleFormats(guardrailId, choice);
  const format = formats.find((one) => formerNames.some((name) => one(name) === title));
  const earlierTitles = formats.flatMap((one) => formerNames.map(one));
  return { title: format?.(pattern.name) ?? title, earlierTitles };
}

/** Lists the formats of the titles that Refrain may have given: with the approved guardrail, a recommended one or none. */
function listTitleFormats(guardrailId: string | null, choice: PatternReport['choice']): TitleFormat[] {
  const approved = guardrailLibrary.filter(({ id }) => id === guardrailId);
  const recommended = (choice?.recommendations ?? []).map(({ guardrail }) => guardrail);
  const names = new Set([...approved, ...recommended].map(({ name }) => name));
  return [
    ...[...names].map(
      (guardrail): TitleFormat =>
        (name) =>
          formatFixTitle(name, guardrail),
    ),
    (name) => formatInvestigationTitle(name, true),
    (name) => formatInvestigationTitle(name, false),
  ];
}
