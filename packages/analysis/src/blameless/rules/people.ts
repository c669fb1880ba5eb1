import { isGivenName } from './given-names.ts';

/**
 * Kinds of subjects: `person` has a job title; `either` is "they" or a title that programs have too; `we` is "we" or
 * "I"; `whoever` is "who".
 */
export type SentenceSubjectKind = 'person' | 'either' | 'we' | 'you' | 'name' | 'whoever';

export interface SentenceSubject {
  /** Offset of the subject in the sentence, in UTF-16 units. */
  readonly start: number;
  readonly who: SentenceSubjectKind;
}

const persons =
  /^(?:engineers?|developers?|sysadmins?|dbas?|sres?|technicians?|employees?|contractors?|interns?|trainees?|juniors?|reviewers?|committers?|approvers?|maintainers?|deployers?|responders?|on-?callers?|on-?call|colleagues?|co-?workers?|teammates?|team|teams|staff|crew|persons?|people|programmers?|coders?|testers?|individuals?|humans|someone|somebody|everyone|everybody|guy|guys|hires?|newcomers?|freelancers?|qa|he|she)$/iu;
const either =
  /^(?:operators?|admins?|administrators?|managers?|leads?|owners?|authors?|devs?|human|architects?|analysts?|they)$/iu;
const groups = /^(?:we|i)$/iu;
const determiner = /^(?:an?|the|our|their|my|your|his|her|some|another|this|that|these|those|one|each|every|any)$/iu;
/** Words that may precede a job title: "senior", "on-call". */
const kindOf =
  /^(?:tired|junior|senior|new|experienced|inexperienced|on-?call|release|platform|network|database|data|security|primary|secondary|first|second|backend|frontend|devops|sre|software|systems?|site|reliability|duty|incident|infrastructure|production|ops|operations|support|google|careless|sloppy|lazy|incompetent|stupid|negligent)$/iu;
/** Words that never occur in a job title. */
const notInside =
  /^(?:and|or|but|because|since|when|while|that|which|who|if|as|so|to|in|on|by|for|with|from|at|of|was|were|is|are|be|been|has|had|have|did|does|do|not|never|after|before|then|than|until|where)$/iu;
const preposition = /^(?:of|by|for|with|from|to|in|on|between|against|among|at|about|than)$/iu;
const skipped =
  /^(?:also|then|again|still|actually|really|even|apparently|evidently|completely|repeatedly|simply|just|merely|only|clearly|obviously|always|later|first|initially|had|has|have|all|both|either|once)$/iu;
const word = /[@\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu;
const readLength = 120;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Finds the person who is the subject of the verb after `before`; returns null if the subject is not a person. */
export function findSentenceSubject(before: string): SentenceSubject | null {
  const words = readWords(before);
  let at = words.length - 1;
  for (let skips = 0; skips < 2 && at >= 0 && skipped.test(words[at]?.text ?? ''); skips++) at -= 1;
  const last = words[at];
  if (last === undefined) return null;
  if (/^who$/iu.test(last.text)) {
    const whose = words[at - 1]?.text ?? '';
    // "People who …" refers to people in general.
    const owner = /^(?:people|everyone|everybody|humans)$/iu.test(whose) ? null : roleOf(whose);
    return owner === null ? null : { start: last.start, who: 'whoever' };
  }
  const head = roleOf(last.text) === null ? findModified(words, at) : at;
  if (head === null) return null;
  const who = roleOf(words[head]?.text ?? '');
  const own = words[head];
  if (who === null || own === undefined || (who !== 'name' && isClassName(own.text, own.start, before))) return null;
  return withStart(words, head, who);
}

/** Returns whether a job title is capitalised like a class of a program: "the Employee failed to save". */
function isClassName(text: string, start: number, before: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) && /\p{L}/u.test(before.slice(Math.max(0, start - 40), start));
}

/** Returns the words after the last punctuation mark in `before`; none if `before` ends with punctuation. */
function readWords(before: string): Word[] {
  const from = Math.max(0, before.length - readLength);
  const tail = before.slice(from);
  const words: Word[] = [];
  let end = 0;
  for (const { 0: text, index } of tail.matchAll(word)) {
    if (tail.slice(end, index).trim() !== '') words.length = 0;
    words.push({ text, start: from + index });
    end = index + text.length;
  }
  return tail.slice(end).trim() === '' ? words : [];
}

function roleOf(text: string): SentenceSubjectKind | null {
  if (text.startsWith('@') && text.length > 1) return 'name';
  if (text === 'Teams' || text === 'i' || text === 'qa') return null;
  if (persons.test(text)) return 'person';
  if (either.test(text)) return 'either';
  if (groups.test(text)) return 'we';
  if (/^you$/iu.test(text)) return 'you';
  return isGivenName(text) ? 'name' : null;
}

/** Finds the index of the person in `the engineer on call`, `the author of the change`, `responder 1`, `Jo Doe`. */
function findModified(words: readonly Word[], last: number): number | null {
  for (let at = last - 1; at >= 0 && at >= last - 4; at--) {
    const role = roleOf(words[at]?.text ?? '');
    if (role === null || role === 'we' || role === 'you') continue;
    const next = words[at + 1]?.text ?? '';
    if (role === 'name') return at === last - 1 && /^\p{Lu}[\p{L}'’-]+$/u.test(next) ? at : null;
    const joins = /^(?:on|in|of|from|for|at|doing|running|performing|working)$/iu.test(next);
    return joins || (at === last - 1 && /^(?:\d{1,2}|\p{Lu})$/u.test(next)) ? at : null;
  }
  return null;
}

/** Extends "engineer" leftwards to "the release engineer"; null after a preposition, where no subject can be. */
function withStart(words: readonly Word[], head: number, who: SentenceSubjectKind): SentenceSubject | null {
  let first = head;
  const isPlain = who === 'person' || who === 'either';
  for (let at = head - 1; isPlain && at >= 0 && at >= head - 4; at--) {
    const text = words[at]?.text ?? '';
    if (notInside.test(text)) break;
    if (determiner.test(text)) {
      first = at;
      break;
    }
    if (at === first - 1 && kindOf.test(text)) first = at;
  }
  const own = words[first];
  if (own === undefined) return null;
  const previous = words[first - 1]?.text ?? '';
  const ofSome = /^of$/iu.test(previous) && /^(?:one|some|most|many|none)$/iu.test(words[first - 2]?.text ?? '');
  if (ofSome) return { start: words[first - 2]?.start ?? own.start, who };
  if (who === 'name' && determiner.test(previous)) return null;
  return preposition.test(previous) ? null : { start: own.start, who };
}

/**
 * Returns the length of a mention such as "the release engineer". Returns 0 for titles that may mean a program, such as
 * "the operator", unless `isBlamed` is true.
 */
export function lengthOfPersonMention(after: string, isBlamed = false): number {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: text, index } of after.slice(0, readLength).matchAll(word)) {
    if (after.slice(end, index).trim() !== '' || words.length > 4) break;
    words.push({ text, start: index });
    end = index + text.length;
    const bare = text.replace(/['’]s?$/u, '');
    const who = /^(?:him|her|them|me|us)$/u.test(bare) && words.length === 1 ? 'person' : roleOf(bare);
    if (who === 'either' && !isBlamed && !/^(?:an?|one)$/iu.test(words[0]?.text ?? '')) return 0;
    if (who !== null && !/^(?:our|their|your|his)$/iu.test(bare)) return index + bare.length;
    if (words.length > 1 && (notInside.test(text) || determiner.test(text))) return 0;
    if (words.length === 1 && notInside.test(text)) return 0;
  }
  return 0;
}

/** Returns the length (UTF-16 units) of a name or handle such as `Jo Doe` at the beginning of `after`, or 0. */
export function lengthOfNameMention(after: string): number {
  const [first = '', family = ''] = /^@?[\p{L}\p{N}_-]{1,40}(\s\p{Lu}\p{Ll}{1,20})?/u.exec(after) ?? [];
  const own = first.slice(0, first.length - family.length);
  return own.startsWith('@') || isGivenName(own) ? first.length : 0;
}

/** Returns whether a sentence begins with a person other than "we", "I", "you" or "they". */
export function beginsWithPerson(visible: string): boolean {
  const sentence = visible.slice(Math.max(0, visible.search(/[@\p{L}]/u)));
  return !/^(?:we|i|you|they)\b/iu.test(sentence) && lengthOfPersonMention(sentence, true) > 0;
}
