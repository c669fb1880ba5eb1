import { lengthOfPersonMention } from './people.ts';
import { type BlamedPerson, findBlamedPerson, rephraseAction, rephraseAsMissingGuard } from './rephrase-action.ts';
import { createRules, endOfMatch, type MaskedSentence, type RuleFinding, type RuleMatcher } from './rule.ts';
import { isSystemChangeVerb, toGerund } from './verb-forms.ts';

const reason = 'It tells what a person did wrong, where the missing guard that let them is what can be built.';

/** Matches `the engineer accidentally deleted`. */
const byAdverb: RuleMatcher = {
  trigger:
    /\b(?:accidentally|mistakenly|inadvertently|erroneously|wrongly|unintentionally|incorrectly|carelessly|negligently|recklessly|stupidly|foolishly|blindly|hastily|unwittingly|naively)\s+(\p{L}{2,20})/giu,
  find(match, sentence) {
    const verb = match[1] ?? '';
    const gerund = toGerund(verb);
    const end = endOfMatch(match);
    if (gerund === null) return null;
    const person = findBlamedPerson(sentence, match.index);
    if (person === null) return byAgent(sentence.visible, match.index, end, verb);
    if (person.isThey && !isSystemChangeVerb(verb)) return null;
    return rephraseAction(sentence, person, match.index, end, rephraseAsMissingGuard(verb, gerund));
  },
};

/** Matches `accidentally deleted by the engineer`. */
function byAgent(visible: string, start: number, end: number, verb: string): RuleFinding | null {
  const by = /^\s+by\s+/u.exec(visible.slice(end, end + 8))?.[0].length ?? 0;
  const person = by === 0 ? 0 : lengthOfPersonMention(visible.slice(end + by));
  return person === 0 ? null : { start, end: end + by + person, replacement: `${verb} without a guard in the way` };
}

/**
 * Finds a person's last action before `end`, the offset of words that call the action a mistake, such as "by
 * accident".
 */
function findDeed(
  sentence: MaskedSentence,
  end: number,
  mayBe: (person: BlamedPerson) => boolean = () => true,
): RuleFinding | null {
  for (const { 0: verb, index } of [...sentence.visible.slice(0, end).matchAll(/\p{L}{3,20}/gu)].reverse()) {
    const gerund = isSystemChangeVerb(verb) ? toGerund(verb) : null;
    const person = gerund === null ? null : findBlamedPerson(sentence, index);
    if (gerund === null || person === null || person.who === 'whoever') continue;
    return mayBe(person)
      ? rephraseAction(sentence, person, index, index + verb.length, rephraseAsMissingGuard(verb, gerund))
      : null;
  }
  return null;
}

/** Matches `the engineer deleted the table by accident`. */
const byAccident: RuleMatcher = {
  trigger: /\bby\s+(?:accident|mistake)\b/giu,
  find: (match, sentence) => findDeed(sentence, match.index),
};

/** Verbs for introducing something, as in "pushed bad code". Any other verb may be about removing bad code. */
const introducing =
  /^(?:pushed|deployed|merged|shipped|released|committed|published|introduced|wrote|uploaded|applied|approved|ran|launched)$/iu;

/** Matches `the engineer deleted the wrong directory`, `pushed untested code`. */
const wrongThing: RuleMatcher = {
  trigger:
    /\b(\p{L}{2,20})(?=\s+(?:(?:the|an?|some|our|this)\s+)?(wrong|incorrect|untested|unreviewed|unapproved|broken|bad|faulty|buggy|invalid|insecure|dangerous)\b)/giu,
  find(match, sentence) {
    const verb = match[1] ?? '';
    const gerund = isSystemChangeVerb(verb) ? toGerund(verb) : null;
    const person = gerund === null ? null : findBlamedPerson(sentence, match.index);
    const isWrong = /^(?:wrong|incorrect)$/iu.test(match[2] ?? '');
    if (gerund === null || person === null) return null;
    if (!isWrong && (person.who === 'we' || !introducing.test(verb))) return null;
    return rephraseAction(sentence, person, match.index, endOfMatch(match), rephraseAsMissingGuard(verb, gerund));
  },
};

/** Matches `plugged it into the wrong port`. */
const wrongPlace: RuleMatcher = {
  trigger: /\b(?:into|in|on|to|from|at|against|for|with|using)\s+(?:the|an?)\s+(?:wrong|incorrect)\b/giu,
  find: (match, sentence) => findDeed(sentence, match.index),
};

/** Matches `changed the setting without asking anyone`, `ran it on production instead of staging`. */
const without: RuleMatcher = {
  trigger:
    /\b(?:without\s+(?:\p{L}{2,12}ly\s+)?(?:asking|checking|looking|reading|verifying|validating|testing|thinking|consulting|telling|informing|reviewing|understanding|waiting|any\s+(?:review|testing|approval)|approval|permission|authori[sz]ation|a\s+(?:review|second look|test))|instead\s+of)\b/giu,
  find(match, sentence) {
    const isInstead = /^instead/iu.test(match[0]);
    return findDeed(sentence, match.index, ({ who }) => !isInstead || who === 'person' || who === 'name');
  },
};

/** Matches `misconfigured the load balancer`, `skipped the checklist`, except after `we`. */
const wrongly: RuleMatcher = {
  trigger:
    /\b(misconfigured|mistyped|mislabell?ed|misread|misunderstood|misjudged|mishandled|(?:skipped|bypassed|circumvented|violated|disobeyed|breached)(?=\s+(?:the|our|a|all|every|any|some|company|standard)\s+(?:\p{L}{2,15}\s+)?(?:checklist|process|polic\p{L}{1,3}|reviews?|procedures?|steps?|approvals?|tests?|testing|rules?|protocols?|checks?|guidelines?)\b))(?=\s+\S)/giu,
  find(match, sentence) {
    const verb = match[1] ?? '';
    const person = findBlamedPerson(sentence, match.index);
    const gerund = toGerund(verb);
    if (person === null || gerund === null || person.who === 'we' || person.isThey) return null;
    return rephraseAction(sentence, person, match.index, endOfMatch(match), rephraseAsMissingGuard(verb, gerund));
  },
};

export const unguardedActionRules = createRules('person_as_cause', reason, [
  byAdverb,
  byAccident,
  wrongThing,
  wrongPlace,
  without,
  wrongly,
]);
