import { isQuotable } from '../../blameless/is-quotable.ts';
import { readSentencesWithSignals, type SentenceWithSignals } from '../report-passages.ts';
import { isOtherMatter } from './is-other-matter.ts';

/** Longer texts are post-mortems, which explain the cause in full sentences. */
const maxSentences = 25;
const minWords = 3;
const maxWords = 30;

/** Matches a sentence that says what the failure turned out to be. */
const turnedOut = /\bturn(?:s|ed) out\b(?! (?:that )?(?:it|we|this) (?:is|was|are|were) (?:not|fine|ok)\b)/iu;
/** Matches what somebody outside the team answered, such as “called their support: power failure”. */
const answered =
  /\b(?:called|asked|phoned|rang|reached|contacted|heard (?:back )?from|spoke (?:to|with)|talked (?:to|with)|ticket (?:with|at)|answer (?:from|of)|according to)\b[^:?]{2,60}:\s*\S/iu;
/** Matches a sentence that attributes the failure to somebody outside the team. */
const attributed =
  /\bnothing (?:to do|wrong|to fix) (?:here|for us|on our (?:side|end))\b|\b(?:on|at) (?:their|the (?:provider|vendor|supplier|carrier|partner|bank|host(?:er)?|isp|upstream)['’]?s?) (?:side|end)\b|\b(?:provider|vendor|supplier|carrier|partner|upstream)[- ]?side\b|\b(?:has|had|is having|was having|confirms?|confirmed|admits?|admitted|suffers?|suffered) (?:an?|some|the)? ?(?:[\w-]+ )?(?:outage|trouble|problems|disruption)\b/iu;
/** Matches an identification, such as “it was the database of the vendor”. Names of times and manners identify nothing. */
const identified =
  /^\W*(?:(?:so|ok|right|yes|found it|nothing to do here|not us|cause)[,:;.!]? )?it (?:is|was|were) (?:the|a|an|our|their|another|one of) (?!(?:\w+ )?(?:first|second|third|last|same|only|time|night|day|week\w*|morning|reason|question|matter|bit|lot|few|case|while|good|bad|shame|pity|mess)\b)/iu;
/** Matches answers that state no cause. */
const unknown =
  /\b(?:investigat\w+|look(?:s|ing|ed) into|no (?:idea|eta|news|answer|update)|unknown|unclear|not sure|escalat\w+|monitor\w*|minutes?|hours?|eta|soon|nothing (?:yet|found))\b/iu;

/**
 * Finds the last short note that says what the failure turned out to be, what somebody outside the team answered, or who had the failure.
 * Returns null in long reports.
 */
export function findFinding(report: string): SentenceWithSignals | null {
  const sentences = readSentencesWithSignals(report);
  return sentences.length > maxSentences ? null : (sentences.findLast(isFinding) ?? null);
}

export function isFinding({ text, words, signals }: SentenceWithSignals): boolean {
  if (words < minWords || words > maxWords || 'asked' in signals || 'planned' in signals || 'inPlans' in signals)
    return false;
  const isStated =
    attributed.test(text) || ([turnedOut, answered, identified].some((kind) => kind.test(text)) && !unknown.test(text));
  return isStated && !isOtherMatter(text) && isQuotable(text);
}
