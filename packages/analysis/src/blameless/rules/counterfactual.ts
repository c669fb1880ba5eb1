import { findSentenceSubject, lengthOfPersonMention, type SentenceSubject } from './people.ts';
import {
  findBlamedPerson,
  rephraseAction,
  rephraseAsMissingGuard,
  rephraseAsMissingPrompt,
} from './rephrase-action.ts';
import { createRules, endOfMatch, type MaskedSentence, type RuleFinding, type RuleMatcher } from './rule.ts';
import { toGerund } from './verb-forms.ts';

const reason =
  'It tells what people did not do, which cannot explain what happened; ask what the system showed and allowed at the time.';
const question = {
  question: 'What would have to be in place so that this is seen or done without anyone having to think of it?',
};

/** Verbs for an expected recovery, which blames nobody: "should have recovered by now". */
const expected =
  /^(?:recovered|resolved|mitigated|restored|returned|completed|received|finished|subsided|cleared|seen|got|gotten|experienced|arrived|stopped|disappeared|improved|propagated|reached)$/iu;
/** Verbs for actions of people rather than programs. */
const humanDeed =
  /^(?:tested|reviewed|checked|double-checked|caught|noticed|spotted|rotated|renewed|documented|communicated|escalated|verified|validated|rehearsed|considered|discussed|announced|consulted|coordinated|known|realised|realized|asked|told|warned|thought|read|followed|anticipated|foreseen|understood|remembered|questioned|confirmed|planned|investigated|inspected)$/iu;
const harmfulDeed =
  /^(?:merged|deployed|approved|released|deleted|shipped|pushed|run|changed|applied|done|made|allowed|removed|disabled|enabled|promoted|introduced|committed|touched|given|granted)$/iu;
/** Verbs for responses to a failure. After "could have", other verbs describe a design or express a doubt. */
const remedy =
  /^(?:prevented|avoided|detected|found|stopped|mitigated|resolved|fixed|reacted|responded|handled|done|used|acted|known|seen|had)$/iu;
const insight = /^(?:known|realised|realized|understood|foreseen|anticipated|expected|guessed|remembered)$/iu;
const care =
  /^(?:careful|aware|attentive|diligent|vigilant|cautious|thorough|alert|watching|monitoring|paying|faster|quicker|clearer)$/iu;
const evaluative = /\b(?:obviously|clearly|simply|just|easily|really|also|at least|probably)\s*/giu;
const byMachine =
  /^\s+(?:by|in|during)\s+(?:(?:the|our|an?|its)\s+)?(?:\p{L}{2,14}\s+)?(?:tests?|alerts?|monitor\p{L}*|pipeline|checks?|automation|ci|canary|system)\b/iu;

/** Matches `should have tested`, `could have noticed`, `should not have been merged`. */
const modal: RuleMatcher = {
  trigger:
    /\b(should|could|ought to)(n['’]t)?(\s+(?:not|never))?((?:\s+(?:\p{L}{2,12}ly|just|also|at least))?)(?:\s+have|['’]ve)(\s+(?:not|never))?((?:\s+(?:\p{L}{2,14}ly|just|also|first|better))?)(\s+been)?((?:\s+(?:\p{L}{2,14}ly|more|better))?)\s+(\p{L}[\p{L}-]{1,20})/giu,
  find(match, sentence) {
    const before = sentence.visible.slice(0, match.index);
    const isNot =
      match[2] !== undefined || match[3] !== undefined || match[5] !== undefined || /\bnever\s+$/iu.test(before);
    const verb = match[9] ?? '';
    if (expected.test(verb)) return null;
    const isCould = match[1]?.toLowerCase() === 'could';
    const subject = findSentenceSubject(before.replace(/\bnever\s+$/iu, ''));
    if (match[7] !== undefined) return ofPassive(match, sentence, { isNot, isCould, verb, subject });
    if (subject === null && !/\p{L}/u.test(before) && !isCould && !isNot && humanDeed.test(verb)) {
      return ofPerson(match, sentence, { isNot, isCould, verb, subject: { start: match.index, who: 'we' } });
    }
    if (subject === null || toGerund(verb) === null || (isCould && isNot)) return null;
    if (isCould && !humanDeed.test(verb) && !remedy.test(verb)) return null;
    const onlyDeeds =
      subject.who === 'you' || (subject.who === 'either' && /^they$/iu.test(before.slice(subject.start).trim()));
    if (onlyDeeds && (isCould || !humanDeed.test(verb))) return null;
    return ofPerson(match, sentence, { isNot, isCould, verb, subject });
  },
};

interface Reading {
  readonly isNot: boolean;
  readonly isCould: boolean;
  readonly verb: string;
}

function ofPerson(
  match: RegExpExecArray,
  sentence: MaskedSentence,
  reading: Reading & { subject: SentenceSubject },
): RuleFinding {
  const { isNot, isCould, verb, subject } = reading;
  const end = endOfMatch(match);
  const next = /^\s*(\p{L}*)/u.exec(sentence.visible.slice(end, end + 20))?.[1]?.toLowerCase() ?? '';
  const range = { start: subject.who === 'whoever' ? match.index : subject.start, end };
  const gerund = toGerund(verb) ?? verb;
  if (isNot) return rephraseAction(sentence, subject, match.index, end, rephraseAsMissingGuard('', gerund));
  if (subject.who === 'whoever' || next === 'better') return { ...range, replacement: question };
  if (/^had$/iu.test(verb)) return { ...range, replacement: isCould ? question : 'nothing provided' };
  if (isCould) {
    const to = { ofSystem: `nothing helped with ${gerund}`, ofPerson: `had no help with ${gerund}` };
    return rephraseAction(sentence, subject, match.index, end, to);
  }
  if (insight.test(verb)) {
    if (next === '') return { ...range, replacement: question };
    const phrase = /^(?:about|of)$/u.test(next) ? 'told anyone' : 'made plain';
    return { ...range, replacement: `nothing at the time ${phrase}` };
  }
  const how = `${match[4] ?? ''} ${match[6] ?? ''} `.replace(evaluative, '').replace(/\s+/gu, ' ').trim();
  return { ...range, replacement: `nothing made sure that anyone had ${how === '' ? '' : `${how} `}${verb}` };
}

function ofPassive(
  match: RegExpExecArray,
  sentence: MaskedSentence,
  { isNot, isCould, verb, subject }: Reading & { subject: SentenceSubject | null },
): RuleFinding | null {
  const { visible } = sentence;
  const end = endOfMatch(match);
  const rest = visible.slice(end);
  const careful = subject ?? (care.test(verb) ? findBlamedPerson(sentence, match.index) : null);
  if (careful !== null) {
    const isOfCare = care.test(verb) && !isNot && careful.who !== 'you';
    return isOfCare ? { start: careful.start, end, replacement: question } : null;
  }
  if (byMachine.test(rest)) return null;
  if (isCould) {
    if (isNot || !/^(?:prevented|avoided|caught|spotted|noticed)$/iu.test(verb)) return null;
    const closes = /^\s*(?:[.!?;,]|$)/u.test(rest);
    return { start: match.index, end, replacement: closes ? 'happened because no guard was in place' : question };
  }
  if (isNot) return harmfulDeed.test(verb) ? stopped(match, visible, verb) : null;
  if (!humanDeed.test(verb)) return null;
  return { start: match.index, end, replacement: `could go ahead without being ${verb}` };
}

/** Rewords "should never have been merged" to "could be merged without a guard in the way". */
function stopped(match: RegExpExecArray, visible: string, verb: string): RuleFinding {
  const never = /\bnever\s+$/iu.exec(visible.slice(Math.max(0, match.index - 8), match.index))?.[0].length ?? 0;
  return {
    start: match.index - never,
    end: endOfMatch(match),
    replacement: `could be ${verb} without a guard in the way`,
  };
}

/** Matches `if the engineer had checked`. */
const condition: RuleMatcher = {
  trigger: /\bhad(n['’]t|\s+not|\s+never)?(?:\s+(?:\p{L}{2,12}ly|just|only|first))?\s+(\p{L}[\p{L}-]{2,20})/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSentenceSubject(before);
    const gerund = toGerund(match[2] ?? '');
    if (subject === null || gerund === null || subject.who === 'you') return null;
    const opening = /\bif(?:\s+only)?\s+$/iu.exec(before.slice(Math.max(0, subject.start - 10), subject.start));
    const isThey = /^they\b/iu.test(before.slice(subject.start));
    if (opening === null || (isThey && !humanDeed.test(match[2] ?? ''))) return null;
    const instead =
      match[1] === undefined ? `if the process had included ${gerund}` : `if a guard had kept anyone from ${gerund}`;
    return { start: subject.start - opening[0].length, end: endOfMatch(match), replacement: instead };
  },
};

/** Matches `Had the engineer checked, …`. */
const inverted: RuleMatcher = {
  trigger: /(?<=^\P{L}{0,8}|,\s)had\s+/giu,
  find(match, { visible }) {
    const end = endOfMatch(match);
    const after = visible.slice(end, end + 120);
    const person = /^(?:we|i|they)\b/iu.exec(after)?.[0].length ?? lengthOfPersonMention(after, true);
    const verb = /^\s+(not\s+|never\s+)?(?:(?:only|just|\p{L}{2,12}ly)\s+)?(\p{L}{2,20})/iu.exec(after.slice(person));
    const gerund = toGerund(verb?.[2] ?? '');
    if (person === 0 || verb === null || gerund === null) return null;
    const instead =
      verb[1] === undefined ? `if the process had included ${gerund}` : `if a guard had kept anyone from ${gerund}`;
    return { start: match.index, end: end + person + verb[0].length, replacement: instead };
  },
};

/** Matches `was supposed to check`, `ought to know`. */
const duty: RuleMatcher = {
  trigger:
    /\b(?:was|were)\s+supposed\s+to(?=\s+(?:check|test|verify|validate|review|rotate|renew|notify|update|read|follow|tell|ask|watch)\b)/giu,
  find(match, sentence) {
    const person = findBlamedPerson(sentence, match.index);
    return person === null
      ? null
      : rephraseAction(sentence, person, match.index, endOfMatch(match), rephraseAsMissingPrompt());
  },
};

export const counterfactualRules = createRules('counterfactual', reason, [modal, condition, inverted, duty]);
