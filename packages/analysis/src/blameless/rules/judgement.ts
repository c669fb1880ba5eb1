import { findSentenceSubject, lengthOfPersonMention } from './people.ts';
import { endOfMatch, isNegated, type Rule, type RuleFinding, rangeToRemove, type Sentence } from './rule.ts';

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

const adjective: Rule = {
  kind: 'judgement',
  reason,
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
function withoutAdjective(sentence: Sentence, start: number, end: number): RuleFinding {
  const range = rangeToRemove(sentence, start, end);
  const article = /\b(an?)(\s+)$/iu.exec(sentence.visible.slice(Math.max(0, start - 5), start));
  if (article === null) return { start, end, edited: range, replacement: '' };
  const isVowel = /^[aeio]/iu.test(sentence.visible.slice(range.end, range.end + 1));
  const isCapital = article[1]?.startsWith('A');
  const own = `${isCapital ? 'A' : 'a'}${isVowel ? 'n' : ''}${article[2]}`;
  return { start, end, edited: { start: start - article[0].length, end: range.end }, replacement: own };
}

/** Matches words that show, before "carelessly" and the like, that an action took place and is not only warned of. */
const ofDeed = /\b(?:was|were|been|had|my|his|her|their|your|our|\p{L}{2,15}ed)\s+$/iu;

const adverb: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:carelessly|negligently|recklessly|stupidly|foolishly|irresponsibly|sloppily|thoughtlessly)\b(?!\s+(?:easy|simple|fast|large|small)\b)/giu,
  find(match, sentence) {
    const { visible } = sentence;
    const before = visible.slice(0, match.index);
    const end = endOfMatch(match);
    const isOfDeed = ofDeed.test(before) || findSentenceSubject(before) !== null;
    if (!isOfDeed || isNegated(before)) return null;
    return { start: match.index, end, edited: rangeToRemove(sentence, match.index, end), replacement: '' };
  },
};

/** Matches `due to their negligence`, `sheer carelessness of the team`, `lack of discipline`. */
const noun: Rule = {
  kind: 'judgement',
  reason,
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

export const judgementRules: readonly Rule[] = [noun, adjective, adverb];
