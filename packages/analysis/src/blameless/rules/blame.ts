import { findSentenceSubject, lengthOfPersonMention } from './people.ts';
import { createRules, endOfMatch, isNegated, type RuleMatcher } from './rule.ts';
import { isSystemChangeVerb, toGerund } from './verb-forms.ts';

const reason = 'It looks for guilt, and whoever expects blame tells less of what happened.';
const question = { question: 'What made this action look right at the time, and what in the system let it do harm?' };

/** Matches `it was their fault`, `Jo's mistake`. */
const ownFault: RuleMatcher = {
  trigger:
    /\b(?:(his|her|their|my|your|our|whose)|[\p{L}-]{2,30}(?:['’]s|s['’]))\s+(?:own\s+)?(fault|mistake|error|typo|oversight|carelessness|negligence)\b(?!\s+(?:tolerance|tolerant|domains?|rates?|messages?|logs?|budgets?|codes?|handling|reporting|injection))/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const isFault = /^fault$/iu.test(match[2] ?? '');
    if (isNegated(before)) return null;
    if (match[1] !== undefined) {
      if (!isFault || /^whose$/iu.test(match[1]))
        return isFault ? { start: match.index, end: endOfMatch(match), replacement: question } : null;
      return { start: match.index, end: endOfMatch(match), replacement: 'something that no guard caught' };
    }
    const owner = /^[^'’]*/u.exec(match[0])?.[0] ?? '';
    const subject = findSentenceSubject(visible.slice(0, match.index + owner.length));
    const bare = owner.replace(/s$/u, '');
    const outsider = /^(?:vendor|provider|customer|supplier|client|upstream)$/iu.test(bare);
    if (outsider && !isFault) return null;
    const found = outsider
      ? { start: match.index - (/\b(?:the|our)\s+$/iu.exec(before)?.[0].length ?? 0), who: 'person' as const }
      : (subject ?? findSentenceSubject(visible.slice(0, match.index) + bare));
    if (found === null || found.who === 'you') return null;
    const end = endOfMatch(match);
    const ofFault = /^\s+that\b/u.test(visible.slice(end)) ? 'a gap in the guards' : 'something that no guard caught';
    return { start: found.start, end, replacement: isFault ? ofFault : 'a mistake that no check caught' };
  },
};

/** Matches `the fault of the on-call engineer`, `the blame lies with Jo`, `blamed on the contractor`. */
const faultOf: RuleMatcher = {
  trigger:
    /\b((?:entirely\s+|solely\s+)?(?:the|a|through the)\s+fault\s+of|(?:the\s+)?(?:blame|fault|responsibility)\s+(?:for\s+(?:the|this)\s+\p{L}{3,20}\s+)?(?:lies|rests|falls|lay|fell)\s+(?:\p{L}{2,12}ly\s+)?(?:with|on)|blamed\s+on|blam(?:e|es|ed|ing))\s+/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const end = endOfMatch(match);
    const after = visible.slice(end, end + 120);
    const organisation =
      /^(?:the\s+|our\s+)?(?:vendor|provider|customer|supplier|upstream|client)s?\b(?!['’])/iu.exec(after)?.[0]
        .length ?? 0;
    const person = lengthOfPersonMention(after, true) || organisation;
    if (person === 0 || isNegated(before) || /\bgit\s+$/iu.test(before)) return null;
    const isFault = /fault\s+of\s+$/iu.test(match[0]);
    const lead = /^(?:entirely|solely)\s+/iu.exec(match[0])?.[0].length ?? 0;
    return {
      start: match.index + lead,
      end: end + person,
      replacement: isFault ? 'something that no guard caught' : question,
    };
  },
};

/** Matches `the engineer was at fault`, `is to blame`, `was responsible for the outage`. */
const guilty: RuleMatcher = {
  trigger:
    /\b(?:(?:is|are|was|were|be)\s+(?:\p{L}{2,12}ly\s+)?(?:at fault|to blame|guilty|the culprit|responsible for (?:the|this|that|an?) (?:\p{L}{3,15}\s+)?(?:outage|incident|failure|bug|error|mistake|problem|breakage|downtime|data loss|mess))|(?:held|hold) accountable|(?:should|must|will|to) be (?:punished|disciplined|fired|reprimanded))\b/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSentenceSubject(before);
    const isWho = /\bwho\s+$/iu.test(before);
    const isPunishing = /^(?:held|hold|should|must|will|to)\b/iu.test(match[0]);
    if (subject === null && !isWho) return null;
    const start = subject?.start ?? match.index - (/who\s+$/iu.exec(before)?.[0].length ?? 0);
    if (isNegated(before.slice(0, start)) || /^(?:nobody|no one|none)/iu.test(before.slice(start))) return null;
    if (isPunishing && subject?.who === 'we') return null;
    return { start, end: endOfMatch(match), replacement: question };
  },
};

/** Matches `Who deployed this?`. */
const whoDid: RuleMatcher = {
  trigger: /^(\P{L}{0,8})who\s+(?:(?:has|had|actually|even)\s+)?(\p{L}{2,20})\b/giu,
  find(match, { visible }) {
    const isAsked = visible.trimEnd().endsWith('?');
    const verb = match[2] ?? '';
    const gerund = toGerund(verb);
    const isSought =
      isSystemChangeVerb(verb) ||
      /^(?:broke|caused|did|allowed|let|made|reviewed|forgot|missed|decided|thought)$/iu.test(verb);
    if (!isAsked || gerund === null || !isSought) return null;
    const start = match.index + (match[1] ?? '').length;
    return { start, end: endOfMatch(match), replacement: `what allowed ${gerund}` };
  },
};

/** Matches `Why didn't you catch this?`. */
const whyYou: RuleMatcher = {
  trigger: /^\P{L}{0,8}why\s+(?:did|was|were|has|had|have)(?:n['’]t|\s+not)?\s+/giu,
  find(match, { visible }) {
    if (!visible.trimEnd().endsWith('?')) return null;
    const end = endOfMatch(match);
    if (/^(?:we|i)\b/iu.test(visible.slice(end))) return null;
    const subjectLength =
      /^(?:you|he|she|nobody|no one)\b/iu.exec(visible.slice(end))?.[0].length ??
      lengthOfPersonMention(visible.slice(end));
    const start = match[0].search(/\p{L}/u);
    return subjectLength === 0 ? null : { start: match.index + start, end: end + subjectLength, replacement: question };
  },
};

/** Matches `the engineer was let go`. */
const dismissed: RuleMatcher = {
  trigger:
    /\b(?:(?:was|were|has been|have been|got)\s+(?:fired|let go|reprimanded|disciplined|dismissed|sacked|punished)|(?:is|are)\s+no\s+longer\s+with\s+(?:the|our)\s+(?:company|team)|no\s+longer\s+works\s+(?:here|for us))\b/giu,
  find(match, { visible }) {
    const sentenceStart = findSentenceSubject(visible.slice(0, match.index)) ?? findLeadingPerson(visible, match.index);
    if (sentenceStart === null || isNegated(visible.slice(0, match.index))) return null;
    return { start: match.index, end: endOfMatch(match), replacement: question };
  },
};

/** Finds a person and a relative clause that begin a sentence: `The person who made the change is no longer here`. */
function findLeadingPerson(visible: string, before: number): { start: number } | null {
  const lead = visible.search(/\p{L}/u);
  const length = lead < 0 || lead >= before ? 0 : lengthOfPersonMention(visible.slice(lead));
  return length > 0 && /^\s+(?:who|that)\s/u.test(visible.slice(lead + length, lead + length + 8))
    ? { start: lead }
    : null;
}

export const blameRules = createRules('blame', reason, [ownFault, faultOf, guilty, whoDid, whyYou, dismissed]);
