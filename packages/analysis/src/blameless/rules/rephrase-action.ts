import { beginsWithPerson, findSentenceSubject, type SentenceSubject } from './people.ts';
import { isNegated, type MaskedSentence, type QuestionToAuthor, type RuleFinding } from './rule.ts';
import { toGerund } from './verb-forms.ts';

export interface BlamedPerson extends SentenceSubject {
  /** Whether the subject is "they", which may also refer to things. */
  readonly isThey: boolean;
}

/** Matches words before a hypothetical action: "if the admin misconfigured it". */
const supposed = /\b(?:if|unless|in case)\s+$/iu;
const anyTime = /\b(?:when|whenever)\s+$/iu;

/** Finds the person who is the subject of the verb at `at`; null for a system, "you", a negation or a hypothesis. */
export function findBlamedPerson({ visible }: MaskedSentence, at: number): BlamedPerson | null {
  const before = visible.slice(0, at);
  const subject = findSentenceSubject(before) ?? findShared(visible, before);
  if (subject === null || subject.who === 'you' || isNegated(before.slice(0, subject.start))) return null;
  const lead = before.slice(0, subject.start);
  const isAnybody = anyTime.test(lead) && /^some(?:one|body)\b/iu.test(before.slice(subject.start));
  if (supposed.test(lead) || isAnybody) return null;
  return { ...subject, isThey: /^they\b/iu.test(before.slice(subject.start)) };
}

/**
 * Finds the subject that a second verb shares with the first: "The engineer" for "deleted" in "The engineer changed it
 * and deleted …".
 */
function findShared(visible: string, before: string): SentenceSubject | null {
  const isJoined = /\b(?:and|but|then)\s+(?:(?:then|also|even|later)\s+)?$/iu.test(before.slice(-20));
  return isJoined && beginsWithPerson(visible) ? { start: before.length, who: 'whoever' } : null;
}

/** Two replacements for a person's action. Both say what the system lacked. */
interface Rephrasing {
  readonly ofSystem: string;
  /** The text that replaces only the verb, for a sentence that still needs the person as its subject. */
  readonly ofPerson: string | QuestionToAuthor;
}

/** Replaces a person's action, between the offsets `verb` and `end`, by what the system lacked. */
export function rephraseAction(
  { visible }: MaskedSentence,
  person: SentenceSubject,
  verb: number,
  end: number,
  to: Rephrasing,
): RuleFinding {
  const isNeeded = person.who === 'whoever' || hasSecondVerb(visible, end);
  const wordsEnd = end - (/\s*$/u.exec(visible.slice(verb, end))?.[0].length ?? 0);
  return {
    start: person.who === 'whoever' ? verb : person.start,
    end: wordsEnd,
    edited: { start: isNeeded ? verb : person.start, end },
    replacement: isNeeded ? to.ofPerson : to.ofSystem,
  };
}

/** Past forms that are infinitives too, as in "forgot to check and reset it". */
const ambiguous = /^(?:read|set|cut|put|run|reset|let|shut)$/iu;
/** Auxiliary verbs that may begin a second statement about the subject: "and should have asked". */
const auxiliary = /^(?:should|could|would|ought|must|had|did|was|were|has|have)$/iu;
const joined = /\b(?:and|but|then)\s+(?:(?:\p{L}{2,12}ly|then|instead|also|never|so)\s+)?(\p{L}{2,20})/giu;

/** Returns whether a second verb with the same subject follows, such as in "forgot to check it and deployed". */
function hasSecondVerb(visible: string, end: number): boolean {
  const rest = /^[^.;:!?]{0,200}/u.exec(visible.slice(end))?.[0] ?? '';
  return [...rest.matchAll(joined)].some(
    ([, verb = '']) => auxiliary.test(verb) || (toGerund(verb) !== null && !ambiguous.test(verb)),
  );
}

export function rephraseAsMissingPrompt(verb = ''): Rephrasing {
  const own = verb === '' ? '' : ` ${verb}`;
  return { ofSystem: `nothing prompted anyone to${own}`, ofPerson: `had no prompt to${own}` };
}

/** Verbs that are reworded to be about the change rather than a person: "no guard kept a change from breaking …". */
const breaking = /^(?:broke|crashed|caused|brought|took)$/iu;

export function rephraseAsMissingGuard(verb: string, gerund: string): Rephrasing {
  const kept = breaking.test(verb) ? 'a change' : 'anyone';
  return { ofSystem: `no guard kept ${kept} from ${gerund}`, ofPerson: `had no guard against ${gerund}` };
}
