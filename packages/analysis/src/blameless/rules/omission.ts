import { findBlamedPerson, rephraseAction, rephraseAsMissingPrompt } from './rephrase-action.ts';
import { createRules, endOfMatch, isNegated, type RuleMatcher } from './rule.ts';

const reason = 'It tells a lapse of a person; what let the step go missing unnoticed is what can be changed.';

/** Verbs for people's actions. Other verbs after `we` may be about a service: `we failed to process some requests`. */
const deed =
  /^\s+(?:\p{L}{2,12}ly\s+)?(?:test|check|review|notice|spot|see|communicate|document|verify|validate|consider|anticipate|foresee|realise|realize|recognise|recognize|understand|follow|update|rotate|renew|escalate|plan|coordinate|ensure|account|identify|catch|think|ask|tell|inform|remember|read|learn|prepare|monitor|listen)\b/iu;
/** Matches text after which a verb lacks a subject of its own: a sentence's start, or a word such as "and" or "who". */
const joins = /^\P{L}*$|(?:^|\s)(?:and|but|or|then|who|also)\s+$/iu;
/** Matches a word before a verb such as "forgot". The word is taken for a name, since only people forget. */
const capital = /(?:^|\s)(?!(?:The|This|That|It|Its|These|Those|Nothing|Which|There)\b)\p{Lu}\p{L}{1,20}\s+$/u;

/** Returns whether the verb after `before` has no subject of its own, or a subject that is probably an unknown name. */
function isElided(before: string): boolean {
  return !isNegated(before) && (joins.test(before) || capital.test(before)) && !/\byou\b/iu.test(before);
}

/** Matches `failed to test`, `forgot to rotate`, `didn't bother to read`. */
const failedToAct: RuleMatcher = {
  trigger:
    /\b(failed|omitted|refused|neglected|forgot|had forgotten|did(?:n['’]t| not)(?: even)? (?:bother|care|remember|think))\s+to\b/giu,
  find(match, sentence) {
    const before = sentence.visible.slice(0, match.index);
    const person = findBlamedPerson(sentence, match.index);
    const isHumanOnly = /^(?:neg|for|had|did)/iu.test(match[1] ?? '');
    const end = endOfMatch(match);
    if (person === null) {
      return isHumanOnly && isElided(before) ? { start: match.index, end, replacement: 'had no prompt to' } : null;
    }
    if (!isHumanOnly && person.who === 'either') return null;
    if (!isHumanOnly && person.who === 'we' && !deed.test(sentence.visible.slice(end, end + 40))) return null;
    return rephraseAction(sentence, person, match.index, end, rephraseAsMissingPrompt());
  },
};

/** Matches `forgot the flag`, `forgot about the flag`, `forgot that it was on`. */
const forgotten: RuleMatcher = {
  trigger: /\bforgot\s+(?:about|that(?=\s)|(?=the\b|an?\b|this\b|these\b|his\b|her\b|their\b|our\b|one\b|some\b))/giu,
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    const about = `${/that/iu.test(match[0]) ? 'that' : 'of'}${/\s$/u.test(match[0]) ? ' ' : ''}`;
    const end = endOfMatch(match);
    if (person === null) {
      const isOwn = isElided(sentence.visible.slice(0, match.index));
      return isOwn ? { start: match.index, end, replacement: `had no reminder ${about}` } : null;
    }
    const to = { ofSystem: `nothing reminded anyone ${about}`, ofPerson: `had no reminder ${about}` };
    return rephraseAction(sentence, person, match.index, end, to);
  },
};

/** Matches objects after which "missed" means "did not reach": "missed the deadline". */
const aim = /^(?:\S{1,8}\s+)?(?:mark|target|deadline|slo|sla|goal|meeting|train|release|opportunity)\b/iu;

/** Matches `the reviewer missed the typo`, `she ignored the alert`. */
const overlooked: RuleMatcher = {
  trigger:
    /\b(missed|overlooked|ignored|disregarded|dismissed|did(?:n['’]t| not) (?:notice|spot|see|realise|realize|understand)|failed to (?:notice|spot|see|realise|realize|understand))\s+(?=the\b|an?\b|that\b|this\b|these\b|those\b|it\b|his\b|her\b|their\b|our\b|several\b|some\b|warnings?\b|alerts?\b|how\b)(that\s+(?=the\b|it\b|an?\b|this\b|they\b|there\b))?/giu,
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    const end = endOfMatch(match);
    const isIgnoring = /^(?:ignored|disregarded|dismissed)/iu.test(match[1] ?? '');
    if (person === null || person.isThey) return null;
    if (person.who === 'we' && !isIgnoring && !/^overlooked/iu.test(match[1] ?? '')) return null;
    if (aim.test(sentence.visible.slice(end, end + 40))) return null;
    const fact = match[2] === undefined ? '' : 'the fact that ';
    const to = isIgnoring
      ? {
          ofSystem: `nothing made it plain that action was needed on ${fact}`,
          ofPerson: `had nothing that called for action on ${fact}`,
        }
      : {
          ofSystem: `nothing drew enough attention to ${fact}`,
          ofPerson: `had nothing that drew attention to ${fact}`,
        };
    return rephraseAction(sentence, person, match.index, end, to);
  },
};

/** Matches `was forgotten`, `had been overlooked`. */
const leftOut: RuleMatcher = {
  trigger:
    /\b((?:was|were|got|been)\s+)(?:(?:simply|just|sadly|unfortunately|accidentally|also)\s+)?(?:forgotten|overlooked)\b/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index))) return null;
    return { start: match.index + (match[1] ?? '').length, end: endOfMatch(match), replacement: 'left out unnoticed' };
  },
};

const question = { question: 'What would make this step happen, or stop the work, when nobody thinks of it?' };
/** Verbs for what only people do: even without a subject, "Did not double-check" is about a person. */
const bare = /^(?:follow|read|communicate|escalate|pay|listen|double-check)$/iu;
const ofCare = /(?:pay|paid|double-check|follow(?:ed)?|stop to think)$/iu;

/** Matches `the engineer did not check`. After `we`, matches only verbs of care, such as `did not pay attention`. */
const unchecked: RuleMatcher = {
  trigger:
    /\b(?:did(?:n['’]t| not)|never)\s+(?:(?:actually|really|even|properly|carefully|fully)\s+)?(?:follow|followed|read|check|checked|verify|verified|validate|validated|test|tested|review|reviewed|pay|paid|double-check|escalate|escalated|communicate|ask|asked|consult|confirm|confirmed|listen|look|looked|respond|responded|react|reacted|tell|told|inform|informed|mention|mentioned|report|reported|warn|warned|acknowledge|acknowledged|raise|raised|stop to think)\b/giu,
  find(match, sentence) {
    const { visible } = sentence;
    const person = findBlamedPerson(sentence, match.index);
    const end = endOfMatch(match);
    const verb = /think$/iu.test(match[0]) ? 'stop to think' : (/\S+$/u.exec(match[0])?.[0] ?? '');
    const isDid = /^did/iu.test(match[0]);
    if (person === null) {
      const isBare = isDid && bare.test(verb) && !/[\p{L}\uE000]/u.test(visible.slice(0, match.index));
      return isBare ? { start: match.index, end, replacement: rephraseAsMissingPrompt(verb).ofSystem } : null;
    }
    if (
      (person.isThey && !/(?:tell|told|inform(?:ed)?|warn(?:ed)?)$/iu.test(verb)) ||
      (person.who === 'we' && !ofCare.test(match[0]))
    )
      return null;
    if (isDid) return rephraseAction(sentence, person, match.index, end, rephraseAsMissingPrompt(verb));
    return { start: person.start, end, replacement: question };
  },
};

/** Matches `nobody bothered to read it`, `the team neglected the backups`. */
const uncared: RuleMatcher = {
  trigger:
    /\b(?:(?:nobody|no one|none of (?:us|them))\s+(?:even\s+)?(?:bothered|cared|thought)\s+to|neglected(?!\s+to\b)(?=\s+\S))\b/giu,
  find(match, sentence) {
    const end = endOfMatch(match);
    if (!/^neglected/iu.test(match[0]))
      return { start: match.index, end, replacement: rephraseAsMissingPrompt().ofSystem };
    const person = findBlamedPerson(sentence, match.index);
    const to = { ofSystem: 'nothing made sure of', ofPerson: 'had nothing that made sure of' };
    return person === null ? null : rephraseAction(sentence, person, match.index, end, to);
  },
};

export const omissionRules = createRules('omission', reason, [
  overlooked,
  failedToAct,
  uncared,
  forgotten,
  leftOut,
  unchecked,
]);
