import { findSentenceSubject, lengthOfPersonMention } from './people.ts';
import { findBlamedPerson } from './rephrase-action.ts';
import {
  createRules,
  endOfMatch,
  isNegated,
  type MaskedSentence,
  type Rule,
  type RuleFinding,
  type RuleMatcher,
  rangeToRemove,
  removeWords,
} from './rule.ts';

const reason = 'It judges people; the same people with a better guard would not have had this failure.';
const question = { question: 'What in the tools, the time or the information at hand made this course look right?' };

const adjectives =
  'careless|sloppy|negligent|incompetent|stupid|reckless|irresponsible|unprofessional|dumb|idiotic|clueless|foolish|inattentive|complacent|cavalier|amateurish|inexcusable|unforgivable|shoddy|boneheaded|thoughtless|naive|lazy|silly|rookie';
/** Matches technical terms with a judging adjective: "lazy loading". */
const technical =
  /^(?:lazy[\s-]+(?:load|init|eval|fetch|quer|restor|creat|migrat|import|bind|instanti|delet|replic|cach|propert|val|seq|mode|start)|dumb[\s-]+(?:terminal|pipe|client|init|proxy|http|json|server)|sloppy[\s-]+(?:quorum|mode)|silly[\s-]+window)/iu;
/** Matches a noun for people or their actions; "sloppy" about a program blames nobody. */
const deed =
  /^\s+(?!(?:this|that|these|the|we|it|an?|our)\b)(?:\p{L}{2,15}\s+)?(?:engineers?|developers?|operators?|admins?|reviewers?|teams?|staff|colleagues?|contractors?|employees?|responders?|authors?|mistakes?|errors?|typos?|oversights?|slips?|decisions?|changes?|commits?|reviews?|acts?|actions?|coding|engineering|deployments?|assumptions?|practices?|handling|blunders?|choices?|omissions?|work|people|person)\b/iu;
const ofPeople =
  /^(?:careless|negligent|incompetent|reckless|irresponsible|clueless|inattentive|complacent|inexcusable|unforgivable|thoughtless)$/iu;
const copula = /\b(?:was|were|is|are|got|been|being|be)\s+(?:(?:so|too|very|quite|plain|simply|just|really)\s+)?$/iu;

/** Matches licences and contracts, in which negligence is a legal term. */
const legal = /\b(?:tort|tortious|liability|liable|legal theory|contract|warranty)\b/iu;

const adjective: RuleMatcher = {
  trigger: new RegExp(`(?<![\\p{L}-])(?:${adjectives})(?![\\p{L}-])`, 'giu'),
  find(match, sentence) {
    const { visible } = sentence;
    const before = visible.slice(0, match.index);
    const end = endOfMatch(match);
    const after = visible.slice(end, end + 60);
    if (technical.test(visible.slice(match.index, match.index + 50)) || isNegated(before) || legal.test(visible))
      return null;
    const linked = copula.exec(before);
    if (linked === null) {
      return deed.test(after) ? withoutAdjective(sentence, match.index, end) : null;
    }
    const isOfSomeone =
      findSentenceSubject(before.slice(0, linked.index)) !== null ||
      /^\s+(?:of|on the part of)\s/u.test(after) ||
      (/\bit\s+was\s+$/iu.test(before) && /^\s+to\s+\p{L}/u.test(after));
    return isOfSomeone || ofPeople.test(match[0]) ? { start: match.index, end, replacement: question } : null;
  },
};

/** Removes the adjective: `a careless engineer` becomes `an engineer`. */
function withoutAdjective(sentence: MaskedSentence, start: number, end: number): RuleFinding {
  const range = rangeToRemove(sentence, start, end);
  const article = /\b(an?)(\s+)$/iu.exec(sentence.visible.slice(Math.max(0, start - 5), start));
  if (article === null) return { start, end, edited: range, replacement: '' };
  const isVowel = /^[aeio]/iu.test(sentence.visible.slice(range.end, range.end + 1));
  const isCapital = article[1]?.startsWith('A');
  const own = `${isCapital ? 'A' : 'a'}${isVowel ? 'n' : ''}${article[2]}`;
  return { start, end, edited: { start: start - article[0].length, end: range.end }, replacement: own };
}

/**
 * Matches words that show, before an adverb such as "carelessly", that the action took place. A mere warning has no such words.
 */
const ofDeed = /\b(?:was|were|been|had|my|his|her|their|your|our|\p{L}{2,15}ed)\s+$/iu;

const adverb: RuleMatcher = {
  trigger:
    /\b(?:carelessly|negligently|recklessly|stupidly|foolishly|irresponsibly|sloppily|thoughtlessly)\b(?!\s+(?:easy|simple|fast|large|small)\b)/giu,
  find(match, sentence) {
    const { visible } = sentence;
    const before = visible.slice(0, match.index);
    const isOfDeed = ofDeed.test(before) || findSentenceSubject(before) !== null;
    if (!isOfDeed || isNegated(before)) return null;
    return removeWords(sentence, match);
  },
};

/** Matches `due to their negligence`, `sheer carelessness of the team`, `lack of discipline`. */
const noun: RuleMatcher = {
  trigger:
    /\b(?:(?:his|her|their|our|my|your|the|an?|some|sheer|pure|simple|gross|plain|human|general)\s+){0,3}(?:carelessness|negligence|sloppiness|incompetence|complacency|recklessness|(?<=\b(?:his|her|their|our|my|sheer|pure|human|due to|because of|out of)\s)(?:laziness|stupidity|foolishness)|inattention|inattentiveness|unprofessionalism|lack of (?:care|attention|attention to detail|discipline|diligence|competence|common sense|professionalism|vigilance)|(?:poor|bad) judge?ment|(?:lapse|error)s? (?:of|in) judge?ment)\b/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index)) || legal.test(visible)) return null;
    const end = endOfMatch(match);
    const joint = /^\s+(?:of|by|from|on the part of)\s+/iu.exec(visible.slice(end, end + 20))?.[0].length ?? 0;
    const person = joint === 0 ? 0 : lengthOfPersonMention(visible.slice(end + joint));
    return { start: match.index, end: person === 0 ? end : end + joint + person, replacement: 'a missing guard' };
  },
};

const conductReason =
  'It judges how somebody acted; the same people with a better guard would not have had this failure.';

const fatFinger: RuleMatcher = {
  trigger: /\b(?:(?:a|the|some)\s+)?fat[\s-]?finger(?:s|ing|\s+error|\s+mistake)?\b/giu,
  find: (match) => ({ start: match.index, end: endOfMatch(match), replacement: 'a slip that no check caught' }),
};

/** Matches `Jo fat-fingered the config`, `we dropped the ball on the renewal`. */
const slang: RuleMatcher = {
  trigger:
    /\b(?:(fat-?fingered|botched|bungled|(?:screwed|messed|fucked|slipped)\s+up|goofed|blundered)|dropped\s+the\s+ball(\s+on)?|(?:was|were)\s+asleep\s+at\s+the\s+wheel)\b/giu,
  find(match, { visible }) {
    const subject = findSentenceSubject(visible.slice(0, match.index));
    const end = endOfMatch(match);
    if (subject === null) {
      const isEvent = /^botched$/iu.test(match[0]) && /^\s+\p{L}/u.test(visible.slice(end, end + 3));
      return isEvent ? { start: match.index, end, replacement: 'failed' } : null;
    }
    if (subject.who === 'you' || isNegated(visible.slice(0, subject.start))) return null;
    const range = { start: subject.who === 'whoever' ? match.index : subject.start, end };
    if (subject.who === 'whoever') return { ...range, replacement: question };
    const hasObject = /^\s+(?:the|an?|our|this|that|their|his|her|its|[\p{Lu}\uE000])/u.test(
      visible.slice(end, end + 8),
    );
    if (match[2] !== undefined) return { ...range, replacement: 'nothing made sure that someone took care of' };
    if (match[1] === undefined) return { ...range, replacement: question };
    return { ...range, replacement: hasObject ? 'no check caught a slip in' : 'no check caught a slip' };
  },
};

/** Matches `was not paying attention`, `panicked`, `lacked the knowledge`, except after `we`. */
const conduct: RuleMatcher = {
  trigger:
    /\b(?:(?:was|were)(?:n['’]t|\s+not)\s+(?:paying\s+attention|competent|qualified|careful|diligent|vigilant)|(?:was|were)\s+too\s+(?:slow|late|careless|hasty|lazy|inexperienced|junior)\s+to|panicked|overreacted|rushed(?=\s+(?:the|a|an|this|it|through)\b)|did(?:n['’]t|\s+not)\s+know\s+(?:any\s+)?better|lacked\s+(?:the\s+|any\s+)?(?:(?:necessary|required|basic)\s+)?(?:knowledge|skills?|experience|competence|judge?ment|discipline|expertise)|knew\s+(?:(?:about|of)\s+)?the\s+(?:risks?|dangers?)\s+(?:but|and\s+still|yet))\b/giu,
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    if (person === null || person.who === 'we' || person.isThey) return null;
    return { start: person.start, end: endOfMatch(match), replacement: question };
  },
};

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

export const judgementRules: readonly Rule[] = [
  care,
  lecture,
  ...createRules('judgement', conductReason, [conduct, fatFinger, slang]),
  ...createRules('judgement', reason, [noun, adjective, adverb]),
];
