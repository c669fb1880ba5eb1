import { findSubject, readPerson } from '../people.ts';
import { endOf, type Found, isNegated, type Rule, removal, type Sentence } from '../rule.ts';

const reason = 'It judges people; the same people with a better guard would not have had this failure.';
const question = { question: 'What in the tools, the time or the information at hand made this course look right?' };
const moreCare = {
  question: 'Which check, limit or warning can do what more care or another reminder is meant to do?',
};

const adjectives =
  'careless|sloppy|negligent|incompetent|stupid|reckless|irresponsible|unprofessional|dumb|idiotic|clueless|foolish|inattentive|complacent|cavalier|amateurish|inexcusable|unforgivable|shoddy|boneheaded|thoughtless|lazy|silly|rookie';
/** Terms of the trade. */
const technical =
  /^(?:lazy[\s-]+(?:load|init|eval|fetch|quer|restor|creat|migrat|import|bind|instanti|delet|replic|cach|propert|val|seq|mode|start)|dumb[\s-]+(?:terminal|pipe|client|init|proxy|http|json|server)|sloppy[\s-]+(?:quorum|mode)|silly[\s-]+window)/iu;
/** Said of a deed or of people; of a program it is a complaint that blames nobody. */
const deed =
  /^\s+(?!(?:this|that|these|the|we|it|an?|our)\b)(?:\p{L}{2,15}\s+)?(?:engineers?|developers?|operators?|admins?|reviewers?|teams?|staff|colleagues?|contractors?|employees?|responders?|authors?|mistakes?|errors?|typos?|oversights?|slips?|decisions?|changes?|commits?|reviews?|acts?|actions?|coding|engineering|deployments?|assumptions?|practices?|handling|blunders?|choices?|omissions?|work|people|person)\b/iu;
/** What only people are. */
const ofPeople =
  /^(?:careless|negligent|incompetent|reckless|irresponsible|clueless|inattentive|complacent|inexcusable|unforgivable|thoughtless)$/iu;
const copula = /\b(?:was|were|is|are|got|been|being|be)\s+(?:(?:so|too|very|quite|plain|simply|just|really)\s+)?$/iu;

/** Licences and contracts speak of negligence too. */
const legal = /\b(?:tort|tortious|liability|liable|legal theory|contract|warranty)\b/iu;

const adjective: Rule = {
  kind: 'judgement',
  reason,
  trigger: new RegExp(`(?<![\\p{L}-])(?:${adjectives})(?![\\p{L}-])`, 'giu'),
  find(match, sentence) {
    const { visible } = sentence;
    const before = visible.slice(0, match.index);
    const end = endOf(match);
    const after = visible.slice(end, end + 60);
    if (technical.test(visible.slice(match.index, match.index + 50)) || isNegated(before) || legal.test(visible))
      return null;
    const linked = copula.exec(before);
    if (linked === null) {
      return deed.test(after) ? withoutAdjective(sentence, match.index, end) : null;
    }
    const isOfSomeone =
      findSubject(before.slice(0, linked.index)) !== null || /^\s+(?:of|on the part of)\s/u.test(after);
    return isOfSomeone || ofPeople.test(match[0]) ? { start: match.index, end, instead: question } : null;
  },
};

/** `a careless engineer` becomes `an engineer`. */
function withoutAdjective(sentence: Sentence, start: number, end: number): Found {
  const place = removal(sentence, start, end);
  const article = /\b(an?)(\s+)$/iu.exec(sentence.visible.slice(Math.max(0, start - 5), start));
  if (article === null) return { start, end, edited: place, instead: '' };
  const isVowel = /^[aeio]/iu.test(sentence.visible.slice(place.end, place.end + 1));
  const isCapital = article[1]?.startsWith('A');
  const own = `${isCapital ? 'A' : 'a'}${isVowel ? 'n' : ''}${article[2]}`;
  return { start, end, edited: { start: start - article[0].length, end: place.end }, instead: own };
}

const adverb: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:carelessly|negligently|recklessly|stupidly|foolishly|irresponsibly|sloppily|thoughtlessly)\b(?!\s+(?:easy|simple|fast|large|small)\b)/giu,
  find(match, sentence) {
    const end = endOf(match);
    if (isNegated(sentence.visible.slice(0, match.index))) return null;
    return { start: match.index, end, edited: removal(sentence, match.index, end), instead: '' };
  },
};

/** `due to their negligence`, `sheer carelessness of the team`, `lack of discipline`. */
const noun: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:(?:his|her|their|our|my|your|the|an?|some|sheer|pure|simple|gross|plain|human|general)\s+){0,3}(?:carelessness|negligence|sloppiness|incompetence|(?<=\b(?:his|her|their|our|sheer|pure|human)\s)laziness|complacency|stupidity|recklessness|inattention|inattentiveness|foolishness|unprofessionalism|lack of (?:care|attention|attention to detail|discipline|diligence|competence|common sense|professionalism|vigilance)|(?:poor|bad) judge?ment|(?:lapse|error)s? (?:of|in) judge?ment)\b/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index)) || legal.test(visible)) return null;
    const end = endOf(match);
    const joint = /^\s+(?:of|by|from|on the part of)\s+/iu.exec(visible.slice(end, end + 20))?.[0].length ?? 0;
    const person = joint === 0 ? 0 : readPerson(visible.slice(end + joint));
    return { start: match.index, end: person === 0 ? end : end + joint + person, instead: 'a missing guard' };
  },
};

/** `be more careful`: nothing that can be checked. */
const care: Rule = {
  kind: 'judgement',
  reason: 'It asks for more care, which nobody can build or check; a guard can be.',
  trigger:
    /\b(?:be|been|being)\s+(?:(?:much|even|far)\s+)?more\s+(?:careful|diligent|vigilant|attentive|cautious|mindful)\b|\bpay(?:ing)?\s+(?:closer|more|better)\s+attention\b|\btry(?:ing)?\s+harder\b/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index))) return null;
    return { start: match.index, end: endOf(match), instead: moreCare };
  },
};

/** `Remind the engineers to …`, `Retrain the operator`: an action item that changes people, not the system. */
const lecture: Rule = {
  kind: 'judgement',
  reason: 'It changes what people are told, which fades; a guard in the system stays.',
  trigger:
    /^\P{L}{0,8}(?:(?:we|i)\s+(?:will|should|must)\s+)?(?:remind|re-?train|counsel|discipline|reprimand|talk\s+to|have\s+a\s+word\s+with)\s+/giu,
  find(match, { visible }) {
    const end = endOf(match);
    const all = /^(?:all|every)\s+(?:of\s+)?/iu.exec(visible.slice(end))?.[0].length ?? 0;
    const person = readPerson(visible.slice(end + all), true);
    const start = match.index + match[0].search(/\p{L}/u);
    return person === 0 ? null : { start, end: end + all + person, instead: moreCare };
  },
};

/** `Jo fat-fingered the config`, `we dropped the ball on the renewal`. */
const slang: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:(fat-?fingered|botched|bungled|(?:screwed|messed|fucked|slipped)\s+up|goofed|blundered)|dropped\s+the\s+ball(\s+on)?|(?:was|were)\s+asleep\s+at\s+the\s+wheel)\b/giu,
  find(match, { visible }) {
    const subject = findSubject(visible.slice(0, match.index));
    const end = endOf(match);
    if (subject === null) {
      const isEvent = /^botched$/iu.test(match[0]) && /^\s+\p{L}/u.test(visible.slice(end, end + 3));
      return isEvent ? { start: match.index, end, instead: 'failed' } : null;
    }
    if (subject.who === 'you' || isNegated(visible.slice(0, subject.start))) return null;
    const place = { start: subject.who === 'whoever' ? match.index : subject.start, end };
    if (subject.who === 'whoever') return { ...place, instead: question };
    const hasObject = /^\s+(?:the|an?|our|this|that|their|his|her|its|[\p{Lu}\uE000])/u.test(
      visible.slice(end, end + 8),
    );
    if (match[2] !== undefined) return { ...place, instead: 'nothing made sure that someone took care of' };
    if (match[1] === undefined) return { ...place, instead: question };
    return { ...place, instead: hasObject ? 'no check caught a slip in' : 'no check caught a slip' };
  },
};

/** `was not paying attention`, `panicked`, `lacked the knowledge`: of others than the writer. */
const conduct: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:(?:was|were)(?:n['’]t|\s+not)\s+(?:paying\s+attention|competent|qualified|careful|diligent|vigilant)|(?:was|were)\s+too\s+(?:slow|late|careless|hasty|lazy|inexperienced|junior)\s+to|panicked|overreacted|lacked\s+(?:the\s+|any\s+)?(?:(?:necessary|required|basic)\s+)?(?:knowledge|skills?|experience|competence|judge?ment|discipline|expertise)|knew\s+(?:(?:about|of)\s+)?the\s+(?:risks?|dangers?)\s+(?:but|and\s+still|yet))\b/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    if (subject === null || (subject.who !== 'person' && subject.who !== 'name')) return null;
    if (isNegated(before.slice(0, subject.start))) return null;
    return { start: subject.start, end: endOf(match), instead: question };
  },
};

export const judgements: readonly Rule[] = [noun, care, lecture, conduct, slang, adjective, adverb];
