import { lengthOfPersonMention } from './people.ts';
import { findBlamedPerson, rephraseAction, rephraseAsMissingGuard } from './rephrase-action.ts';
import { createRules, endOfMatch, isNegated, type RuleMatcher } from './rule.ts';
import { toGerund } from './verb-forms.ts';

const reason = 'The explanation ends at a person; why the system let one action do this is left unasked.';

const furtherQuestion = {
  question: 'What in the system turned this action into a failure, and which guard was missing?',
};
const slip = 'mistake|error|typo|blunder|oversight|slip|misjudge?ment|misconfiguration';
/** Matches `made a mistake`, `introduced a typo`. */
const madeSlip: RuleMatcher = {
  trigger: new RegExp(
    `\\b(?:made|makes|making|introduced|committed)(?=\\s+(?:an?|the|some|several|this|that|another)\\s+(?:(?:\\p{L}{2,15}\\s+)?(?:${slip})s?|(?:wrong|incorrect|bad|poor|false)\\s+(?:assumption|decision|choice|call)s?)\\b)`,
    'giu',
  ),
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    const to = { ofSystem: 'no check caught', ofPerson: 'had no check that caught' };
    return person === null ? null : rephraseAction(sentence, person, match.index, endOfMatch(match), to);
  },
};

/** Matches `a typo by the release engineer`. */
const slipBy: RuleMatcher = {
  trigger: new RegExp(
    `\\b(?:${slip})s?((?:\\s+(?:made|introduced|committed))?\\s+(?:by|on the part of)\\s+)(?=\\S)`,
    'giu',
  ),
  find(match, { visible }) {
    const end = endOfMatch(match);
    const person = lengthOfPersonMention(visible.slice(end));
    // `Fix a typo by @jo` credits the author of the fix.
    const isCredit = /\bfix(?:es|ed)?\b/iu.test(visible.slice(0, match.index));
    if (person === 0 || isCredit || isNegated(visible.slice(0, match.index))) return null;
    const from = end - (match[1] ?? '').length;
    return {
      start: match.index,
      end: end + person,
      edited: { start: from, end: end + person },
      replacement: ' that no check caught',
    };
  },
};

/** Matches `mistakes were made by the team`. */
const slipsMadeBy: RuleMatcher = {
  trigger: new RegExp(`\\b(?:${slip})s?(\\s+(?:was|were)\\s+(?:made|introduced|committed))(\\s+by\\s+)(?=\\S)`, 'giu'),
  find(match, { visible }) {
    const end = endOfMatch(match);
    const person = lengthOfPersonMention(visible.slice(end), true);
    if (person === 0 || isNegated(visible.slice(0, match.index))) return null;
    const edited = { start: end - (match[2] ?? '').length, end: end + person };
    return { start: match.index, end: end + person, edited, replacement: ', unnoticed by any check' };
  },
};

/** Matches `human error`; matches `user error` and `operator error` only if the text names them as the cause. */
const humanError: RuleMatcher = {
  trigger:
    /\b(?:an?\s+)?(?:(?:simple|pure|plain|basic|classic)\s+)?(human|operator|user|pilot|engineer|developer|admin|manual)\s+(?:errors?|mistakes?)\b(?!\s+(?:rates?|messages?|logs?|codes?|pages?|budgets?|reports?|handling|count|is not|are not|isn|aren|as a))/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const isHuman = /^(?:human|manual|pilot)$/iu.test(match[1] ?? '');
    const isBound =
      /\b(?:reduc\p{L}*|prevent\p{L}*|avoid\p{L}*|eliminat\p{L}*|minimi\p{L}*|remov\p{L}*|limit\p{L}*|risks?|chances?|potential|possibility|likelihood|prone|susceptible|against|room|opportunit\p{L}*|tolerant|survive|resilien\p{L}*)(?:\s+(?:the|of|for|to|any|from|a|by|chance|risk))*\s+$/iu;
    if (isNegated(before) || isBound.test(before.slice(-60)) || /\bor\s+$/iu.test(before)) return null;
    const isCause =
      /\b(?:due|owing|thanks|because|caused|result|resulted|down|attributed|comes?|came|blamed|cause|was|were|is|as|through|by|of|to|from|on)\s*:?\s*$/iu.test(
        before,
      );
    if (!isHuman && !isCause && before.trim() !== '') return null;
    const isMany = /s$/iu.test(match[0]);
    return {
      start: match.index,
      end: endOfMatch(match),
      replacement: isMany ? 'steps that nothing guarded' : 'a step that nothing guarded',
    };
  },
};

/** Matches `caused by an engineer who deleted …`. */
const causedBy: RuleMatcher = {
  trigger: /\bcaused\s+by\s+/giu,
  find(match, { visible }) {
    const end = endOfMatch(match);
    const person = lengthOfPersonMention(visible.slice(end));
    if (person === 0 || isNegated(visible.slice(0, match.index))) return null;
    const after = visible.slice(end + person, end + person + 60);
    if (/^['’]/u.test(after) || /^\s+(?:error|actions?|pods?|bugs?|upgrade|process|reports?|changes?)\b/iu.test(after))
      return null;
    const range = { start: match.index, end: end + person };
    const deed = /^\s+(?:who\s+(?:(?:\p{L}{2,14}ly|had)\s+)?(\p{L}{2,20})|(\p{L}{2,18}ing))\b/iu.exec(after);
    const gerund = deed?.[2] ?? (deed?.[1] === undefined ? null : toGerund(deed[1]));
    if (deed === null || gerund === null) return { ...range, replacement: furtherQuestion };
    return {
      start: range.start,
      end: range.end + deed[0].length,
      replacement: `possible because no guard kept anyone from ${gerund}`,
    };
  },
};

/** Matches `the root cause was the engineer who ran …`. */
const rootCause: RuleMatcher = {
  trigger: /\bcause(?:\s+of\s+(?:the|this)\s+\p{L}{3,15})?(?:\s+(?:was|is)|:)\s+/giu,
  find(match, { visible }) {
    const start = endOfMatch(match);
    const person = lengthOfPersonMention(visible.slice(start), true);
    if (person === 0 || isNegated(visible.slice(0, match.index))) return null;
    const end = start + person;
    const relative = /^\s+(?:who|that)\s+(?:(?:\p{L}{2,14}ly|had)\s+)?(\p{L}{2,20})\b/iu.exec(
      visible.slice(end, end + 60),
    );
    const gerund = toGerund(relative?.[1] ?? '');
    if (relative !== null && gerund !== null) {
      return { start, end: end + relative[0].length, replacement: `that no guard kept anyone from ${gerund}` };
    }
    return /^\s*(?:[.;,!?]|$)/u.test(visible.slice(end)) ? { start, end, replacement: furtherQuestion } : null;
  },
};

/** Matches words that form an idiom with "broke": `broke up`, `broke even`. */
const idiom = /^\s+(?:up|into|even|ground|a record)\b/iu;
/** Matches the words after "broke" in `we broke it down into parts`, which blames nobody. */
const asunder = /^\s+(?:down|out|it down)\b/iu;

/** Matches `Jo broke the build`, `the contractor took down production`. */
const broke: RuleMatcher = {
  trigger:
    /\b(broke|breaks|crashed|caused|(?:took|brought)(?=\s+(?:down|(?:(?:the|our|all|whole)\s+){0,2}[\p{L}-]{2,20}\s+down)\b(?!\s+to\b)))(?=\s+\S)/giu,
  find(match, sentence) {
    const verb = /^breaks$/iu.test(match[1] ?? '') ? 'broke' : (match[1] ?? '').toLowerCase();
    const person = findBlamedPerson(sentence, match.index);
    const gerund = toGerund(verb);
    const end = endOfMatch(match);
    if (person === null || gerund === null || person.who === 'either') return null;
    const after = sentence.visible.slice(end, end + 60);
    if (idiom.test(after) || (person.who === 'we' && (verb !== 'broke' || asunder.test(after)))) return null;
    return rephraseAction(sentence, person, match.index, end, rephraseAsMissingGuard(verb, gerund));
  },
};

export const personAsCauseRules = createRules('person_as_cause', reason, [
  madeSlip,
  slipBy,
  slipsMadeBy,
  causedBy,
  rootCause,
  humanError,
  broke,
]);
