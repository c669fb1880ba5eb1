import { findSubject, readPerson, type Subject } from '../people.ts';
import { endOf, type Found, isNegated, type Rule, type Sentence } from '../rule.ts';
import { isAct, toGerund } from '../verb-forms.ts';

const reason = 'It tells what a person did wrong, where the missing guard that let them is what can be built.';

const breaking = /^(?:broke|crashed|caused|brought|took)$/iu;

function unguarded(verb: string, gerund: string): string {
  return breaking.test(verb) ? `no guard kept a change from ${gerund}` : `no guard kept anyone from ${gerund}`;
}

/** `the engineer accidentally deleted`. */
const byAdverb: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(?:accidentally|mistakenly|inadvertently|erroneously|wrongly|unintentionally|incorrectly|carelessly|negligently|recklessly|stupidly|foolishly|blindly|hastily|unwittingly|naively)\s+(\p{L}{2,20})/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const verb = match[1] ?? '';
    const gerund = toGerund(verb);
    const end = endOf(match);
    if (gerund === null) return null;
    if (subject !== null) {
      if (subject.who === 'you' || isNegated(before.slice(0, subject.start))) return null;
      if (subject.who === 'either' && /^they$/iu.test(before.slice(subject.start).trim()) && !isAct(verb)) return null;
      if (subject.who === 'whoever') return { start: match.index, end, instead: `had no guard against ${gerund}` };
      return { start: subject.start, end, instead: unguarded(verb, gerund) };
    }
    return byAgent(visible, match.index, end, verb);
  },
};

/** `accidentally deleted by the engineer`. */
function byAgent(visible: string, start: number, end: number, verb: string): Found | null {
  const by = /^\s+by\s+/u.exec(visible.slice(end, end + 8))?.[0].length ?? 0;
  const person = by === 0 ? 0 : readPerson(visible.slice(end + by));
  return person === 0 ? null : { start, end: end + by + person, instead: `${verb} without a guard in the way` };
}

/** The last deed of a person before `end`, which a later word calls a slip. */
function findDeed({ visible }: Sentence, end: number, mayBe: (subject: Subject) => boolean = () => true): Found | null {
  for (const { 0: verb, index } of [...visible.slice(0, end).matchAll(/\p{L}{3,20}/gu)].reverse()) {
    if (!isAct(verb)) continue;
    const before = visible.slice(0, index);
    const subject = findSubject(before);
    const gerund = toGerund(verb);
    if (subject === null || gerund === null || subject.who === 'you' || subject.who === 'whoever') continue;
    if (isNegated(before.slice(0, subject.start)) || !mayBe(subject)) return null;
    return { start: subject.start, end: index + verb.length, instead: unguarded(verb, gerund) };
  }
  return null;
}

/** `the engineer deleted the table by accident`. */
const byAccident: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: /\bby\s+(?:accident|mistake)\b/giu,
  find: (match, sentence) => findDeed(sentence, match.index),
};

/** Deeds by which something bad comes in; other deeds take it out. */
const introducing =
  /^(?:pushed|deployed|merged|shipped|released|committed|published|introduced|wrote|uploaded|applied|approved|ran|launched)$/iu;

/** `the engineer deleted the wrong directory`, `pushed untested code`. */
const wrongThing: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(\p{L}{2,20})(?=\s+(?:(?:the|an?|some|our|this)\s+)?(wrong|incorrect|untested|unreviewed|unapproved|broken|bad|faulty|buggy|invalid|insecure|dangerous)\b)/giu,
  find(match, { visible }) {
    const verb = match[1] ?? '';
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const gerund = toGerund(verb);
    if (!isAct(verb) || gerund === null || subject === null || subject.who === 'you') return null;
    const isWrong = /^(?:wrong|incorrect)$/iu.test(match[2] ?? '');
    if (!isWrong && (subject.who === 'we' || !introducing.test(verb))) return null;
    if (subject.who === 'whoever')
      return { start: match.index, end: endOf(match), instead: `had no guard against ${gerund}` };
    if (isNegated(before.slice(0, subject.start))) return null;
    return { start: subject.start, end: endOf(match), instead: unguarded(verb, gerund) };
  },
};

/** `changed the setting without asking anyone`, `ran it on production instead of staging`. */
const without: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(?:without\s+(?:\p{L}{2,12}ly\s+)?(?:asking|checking|looking|reading|verifying|validating|testing|thinking|consulting|telling|informing|reviewing|understanding|waiting|any\s+(?:review|testing|approval)|approval|permission|authori[sz]ation|a\s+(?:review|second look|test))|instead\s+of)\b/giu,
  find(match, sentence) {
    const isInstead = /^instead/iu.test(match[0]);
    return findDeed(sentence, match.index, ({ who }) => !isInstead || who === 'person' || who === 'name');
  },
};

/** `misconfigured the load balancer`, `skipped the checklist`: of others than the writer. */
const wrongly: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(misconfigured|mistyped|mislabell?ed|misread|misunderstood|misjudged|mishandled|(?:skipped|bypassed|circumvented|violated|disobeyed|breached)(?=\s+(?:the|our|a|all|every|any|some|company|standard)\s+(?:\p{L}{2,15}\s+)?(?:checklist|process|polic\p{L}{1,3}|reviews?|procedures?|steps?|approvals?|tests?|testing|rules?|protocols?|checks?|guidelines?)\b))(?=\s+\S)/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const gerund = toGerund(match[1] ?? '');
    if (subject === null || gerund === null || (subject.who !== 'person' && subject.who !== 'name')) return null;
    if (isNegated(before.slice(0, subject.start))) return null;
    return { start: subject.start, end: endOf(match), instead: `no guard kept anyone from ${gerund}` };
  },
};

export const unguardedDeeds: readonly Rule[] = [byAdverb, byAccident, wrongThing, without, wrongly];
