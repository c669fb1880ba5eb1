import type { Failure } from '@refrain/domain';
import { assessCause } from '../causes/assess-cause.ts';
import { momentsOf } from './change-index.ts';
import type { NamedChange } from './named-changes.ts';

/** The incident's own words on whether a change was at work. */
export interface Wording {
  /** The words that speak of a change; null where none do. */
  readonly saysChange: string | null;
  /** They tell of a reason that lies outside of what the organisation changes. */
  readonly saysOther: boolean;
}

const thing =
  '(?:deploy\\w*|releases?|rollout|version|build|image|upgrade|update|migration|merge|change|commit|polic(?:y|ies)|rules?|config\\w*|settings?)';
const spoken = new RegExp(
  [
    '\\broll(?:ed|ing|s)?[ -]?back\\b',
    '\\brevert(?:ed|ing|s)?\\b',
    `\\b(?:after|since|by|with|from) (?:the |our |a )?(?:new |latest |last |recent )?${thing}\\b`,
    `\\b(?:bad|broken|recent|new|former|previous|older) ${thing}\\b`,
  ].join('|'),
  'iu',
);
/** Others change things too. */
const foreign = /\b(?:their|vendor|provider|upstream|carrier|third[ -]party)\b/iu;

/**
 * Reads whether an incident's words tell of a change of one's own. A question is no statement, and a sentence that names
 * a change of after the start tells how it ended.
 */
export function readWording(failure: Failure, named: readonly NamedChange[]): Wording {
  const start = Date.parse(failure.occurredAt);
  const remedies = named
    .filter(({ unit }) => momentsOf(unit).every(({ at }) => at >= start))
    .map(({ reference }) => reference);
  const { cause, trigger } = assessCause(failure);
  const sentences = `${failure.title}\n${failure.text}`.slice(0, 20_000).split(/(?<=[.!?\n])/u);
  const found = sentences
    .filter((sentence) => !sentence.trimEnd().endsWith('?') && !foreign.test(sentence))
    .filter((sentence) => !remedies.some((reference) => sentence.includes(reference)))
    .map((sentence) => spoken.exec(sentence)?.[0])
    .find((match) => match !== undefined);
  const isOtherTrigger =
    trigger === 'hardware' || trigger === 'traffic' || trigger === 'time' || trigger === 'dependency_change';
  const isOtherCause = cause === 'expiry_time' || cause === 'dependency' || cause === 'infrastructure';
  return { saysChange: found ?? null, saysOther: found === undefined && (isOtherTrigger || isOtherCause) };
}
