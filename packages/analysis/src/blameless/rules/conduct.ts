import { findSentenceSubject } from './people.ts';
import { findBlamedPerson } from './rephrase-action.ts';
import { endOfMatch, isNegated, type Rule } from './rule.ts';

const reason = 'It judges how somebody acted; the same people with a better guard would not have had this failure.';
const question = { question: 'What in the tools, the time or the information at hand made this course look right?' };

const fatFinger: Rule = {
  kind: 'judgement',
  reason,
  trigger: /\b(?:(?:a|the|some)\s+)?fat[\s-]?finger(?:s|ing|\s+error|\s+mistake)?\b/giu,
  find: (match) => ({ start: match.index, end: endOfMatch(match), replacement: 'a slip that no check caught' }),
};

/** Matches `Jo fat-fingered the config`, `we dropped the ball on the renewal`. */
const slang: Rule = {
  kind: 'judgement',
  reason,
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
const conduct: Rule = {
  kind: 'judgement',
  reason,
  trigger:
    /\b(?:(?:was|were)(?:n['’]t|\s+not)\s+(?:paying\s+attention|competent|qualified|careful|diligent|vigilant)|(?:was|were)\s+too\s+(?:slow|late|careless|hasty|lazy|inexperienced|junior)\s+to|panicked|overreacted|rushed(?=\s+(?:the|a|an|this|it|through)\b)|did(?:n['’]t|\s+not)\s+know\s+(?:any\s+)?better|lacked\s+(?:the\s+|any\s+)?(?:(?:necessary|required|basic)\s+)?(?:knowledge|skills?|experience|competence|judge?ment|discipline|expertise)|knew\s+(?:(?:about|of)\s+)?the\s+(?:risks?|dangers?)\s+(?:but|and\s+still|yet))\b/giu,
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    if (person === null || person.who === 'we' || person.isThey) return null;
    return { start: person.start, end: endOfMatch(match), replacement: question };
  },
};

export const conductRules: readonly Rule[] = [conduct, fatFinger, slang];
