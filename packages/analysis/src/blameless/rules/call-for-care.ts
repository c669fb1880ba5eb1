import { lengthOfPersonMention } from './people.ts';
import { endOfMatch, isNegated, type Rule } from './rule.ts';

const moreCare = {
  question: 'Which check, limit or warning can do what more care or another reminder is meant to do?',
};

/** Matches words such as "we should". Without them, "be more careful" may be about a program. */
const askedOf =
  /(?:\b(?:we|i|they|he|she|you|everyone|everybody|people|engineers?|developers?|operators?|admins?|teams?|reviewers?|responders?|\p{Lu}\p{Ll}+)\s+(?:(?:all|just|really)\s+)?(?:should|must|will|ought to|needs? to|ha(?:s|ve|d) to|(?:is|are) going to|to)\s+|\babout\s+|\b(?:needs?|try|remember|reminded?|told|asked)\s+(?:\p{L}{2,15}\s+){0,2}to\s+)$/iu;
const later =
  /^[^.]{0,30}\b(?:next time|in (?:the )?future|going forward|from now on|(?:when|while|before) (?:deploying|changing|pushing|merging|editing|running|making|reviewing))\b/iu;

/** Matches `be more careful`. */
const care: Rule = {
  kind: 'judgement',
  reason: 'It asks for more care, which nobody can build or check; a guard can be.',
  trigger:
    /\b(?:be|been|being)\s+(?:(?:much|even|far)\s+)?more\s+(?:careful|diligent|vigilant|attentive|cautious|mindful)\b|\bpay(?:ing)?\s+(?:closer|more|better)\s+attention\b|\btry(?:ing)?\s+harder\b/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const end = endOfMatch(match);
    if (isNegated(before) || !(askedOf.test(before) || later.test(visible.slice(end, end + 60)))) return null;
    return { start: match.index, end, replacement: moreCare };
  },
};

/** Matches action items that change people, not the system: `Remind the engineers to …`, `Retrain the operator`. */
const lecture: Rule = {
  kind: 'judgement',
  reason: 'It changes what people are told, which fades; a guard in the system stays.',
  trigger:
    /^\P{L}{0,8}(?:(?:we|i)\s+(?:will|should|must)\s+)?(?:remind|re-?train|counsel|discipline|reprimand|talk\s+to|have\s+a\s+word\s+with)\s+/giu,
  find(match, { visible }) {
    const end = endOfMatch(match);
    const all = /^(?:all|every)\s+(?:of\s+)?/iu.exec(visible.slice(end))?.[0].length ?? 0;
    const person = lengthOfPersonMention(visible.slice(end + all), true);
    const start = match.index + match[0].search(/\p{L}/u);
    return person === 0 ? null : { start, end: end + all + person, replacement: moreCare };
  },
};

export const callForCareRules: readonly Rule[] = [care, lecture];
