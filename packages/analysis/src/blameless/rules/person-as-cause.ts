import { findSubject, readPerson } from '../people.ts';
import { endOf, type Found, isNegated, type Rule, type Sentence } from '../rule.ts';
import { isAct, toGerund } from '../verb-forms.ts';

const reason = 'The explanation ends at a person; why the system let one action do this is left unasked.';

const slip = 'mistake|error|typo|blunder|oversight|slip|misjudge?ment|misconfiguration';
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
function findDeed({ visible }: Sentence, end: number): Found | null {
  for (const { 0: verb, index } of [...visible.slice(0, end).matchAll(/\p{L}{3,20}/gu)].reverse()) {
    if (!isAct(verb)) continue;
    const before = visible.slice(0, index);
    const subject = findSubject(before);
    const gerund = toGerund(verb);
    if (subject === null || gerund === null || subject.who === 'you' || subject.who === 'whoever') continue;
    if (isNegated(before.slice(0, subject.start))) return null;
    return { start: subject.start, end: index + verb.length, instead: unguarded(verb, gerund) };
  }
  return null;
}

/** `the engineer deleted the table by accident`. */
const byAccident: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: /\bby\s+(?:accident|mistake)\b/giu,
  find(match, sentence) {
    const deed = findDeed(sentence, match.index);
    return deed === null ? null : { ...deed, end: endOf(match), edited: { start: deed.start, end: deed.end } };
  },
};

/** `the engineer deleted the wrong directory`. */
const wrongThing: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: /\b(\p{L}{2,20})(?=\s+(?:the|an?)\s+(?:wrong|incorrect)\b)/giu,
  find(match, { visible }) {
    const verb = match[1] ?? '';
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const gerund = toGerund(verb);
    if (!isAct(verb) || gerund === null || subject === null || subject.who === 'you') return null;
    if (subject.who === 'whoever')
      return { start: match.index, end: endOf(match), instead: `had no guard against ${gerund}` };
    if (isNegated(before.slice(0, subject.start))) return null;
    return { start: subject.start, end: endOf(match), instead: unguarded(verb, gerund) };
  },
};

/** `made a mistake`, `introduced a typo`. */
const madeSlip: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: new RegExp(
    `\\b(?:made|makes|making|introduced|committed)(?=\\s+(?:an?|the|some|several|this|that|another)\\s+(?:\\p{L}{2,15}\\s+)?(?:${slip})s?\\b)`,
    'giu',
  ),
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    if (subject === null || subject.who === 'you' || isNegated(before.slice(0, subject.start))) return null;
    if (subject.who === 'whoever')
      return { start: match.index, end: endOf(match), instead: 'had no check that caught' };
    return { start: subject.start, end: endOf(match), instead: 'no check caught' };
  },
};

/** `a typo by the release engineer`. */
const slipBy: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: new RegExp(
    `\\b(?:${slip})s?((?:\\s+(?:made|introduced|committed))?\\s+(?:by|on the part of)\\s+)(?=\\S)`,
    'giu',
  ),
  find(match, { visible }) {
    const end = endOf(match);
    const person = readPerson(visible.slice(end));
    if (person === 0 || isNegated(visible.slice(0, match.index))) return null;
    const from = end - (match[1] ?? '').length;
    return {
      start: match.index,
      end: end + person,
      edited: { start: from, end: end + person },
      instead: ' that no check caught',
    };
  },
};

/** `human error`; `user error` and its like where they are named as the cause. */
const humanError: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(?:an?\s+)?(?:(?:simple|pure|plain|basic|classic)\s+)?(human|operator|user|pilot|engineer|developer|admin|manual)\s+(?:errors?|mistakes?)\b(?!\s+(?:rates?|messages?|logs?|codes?|pages?|budgets?|reports?|handling|count|is not|are not|isn|aren|as a))/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const isHuman = /^(?:human|manual|pilot)$/iu.test(match[1] ?? '');
    const isBound =
      /\b(?:reduc\p{L}*|prevent\p{L}*|avoid\p{L}*|eliminat\p{L}*|minimi\p{L}*|remov\p{L}*|limit\p{L}*|risks?|chances?|potential|possibility|likelihood|prone|susceptible|against|room|opportunit\p{L}*|tolerant|survive|resilien\p{L}*)(?:\s+(?:the|of|for|to|any|from|a|by|chance|risk))*\s+$/iu;
    if (isNegated(before) || isBound.test(before.slice(-60))) return null;
    const isCause =
      /\b(?:due|owing|thanks|because|caused|result|resulted|down|attributed|comes?|came|blamed|cause|was|were|is|as|through|by|of|to|from|on)\s*:?\s*$/iu.test(
        before,
      );
    if (!isHuman && !isCause && before.trim() !== '') return null;
    const isMany = /s$/iu.test(match[0]);
    return {
      start: match.index,
      end: endOf(match),
      instead: isMany ? 'steps that nothing guarded' : 'a step that nothing guarded',
    };
  },
};

/** `caused by an engineer who deleted …`. */
const causedBy: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger: /\bcaused\s+by\s+/giu,
  find(match, { visible }) {
    const end = endOf(match);
    const person = readPerson(visible.slice(end));
    if (person === 0 || isNegated(visible.slice(0, match.index))) return null;
    const after = visible.slice(end + person, end + person + 60);
    if (/^['’]/u.test(after) || /^\s+(?:error|actions?|pods?|bugs?|upgrade|process|reports?|changes?)\b/iu.test(after))
      return null;
    const place = { start: match.index, end: end + person };
    const deed = /^\s+(?:who\s+(?:(?:\p{L}{2,14}ly|had)\s+)?(\p{L}{2,20})|(\p{L}{2,18}ing))\b/iu.exec(after);
    const gerund = deed?.[2] ?? (deed?.[1] === undefined ? null : toGerund(deed[1]));
    if (deed === null || gerund === null)
      return {
        ...place,
        instead: { question: 'What in the system turned this action into a failure, and which guard was missing?' },
      };
    return {
      start: place.start,
      end: place.end + deed[0].length,
      instead: `possible because no guard kept anyone from ${gerund}`,
    };
  },
};

/** `Jo broke the build`, `the contractor took down production`. */
const broke: Rule = {
  kind: 'person_as_cause',
  reason,
  trigger:
    /\b(broke|breaks|crashed|caused|(?:took|brought)(?=\s+(?:down|(?:(?:the|our|all|whole)\s+){0,2}[\p{L}-]{2,20}\s+down)\b(?!\s+to\b)))(?=\s+\S)/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const verb = /^breaks$/iu.test(match[1] ?? '') ? 'broke' : (match[1] ?? '').toLowerCase();
    const subject = findSubject(before);
    const gerund = toGerund(verb);
    const end = endOf(match);
    if (subject === null || gerund === null || subject.who === 'either' || subject.who === 'you') return null;
    const after = visible.slice(end, end + 60);
    if (subject.who === 'we' && (!/^broke$/iu.test(verb) || /^\s+(?:down|up|out|into|ground|it down)\b/iu.test(after)))
      return null;
    if (
      /^\s+(?:up|into|even|ground|a record)\b/iu.test(after) ||
      (/^(?:took|brought)$/u.test(verb) && !/\b(?:down|offline|out)\b/iu.test(after))
    )
      return null;
    if (isNegated(before.slice(0, subject.start))) return null;
    if (subject.who === 'whoever') return { start: match.index, end, instead: `had no guard against ${gerund}` };
    return { start: subject.start, end, instead: `no guard kept a change from ${gerund}` };
  },
};

export const personsAsCause: readonly Rule[] = [
  byAdverb,
  byAccident,
  wrongThing,
  madeSlip,
  slipBy,
  causedBy,
  humanError,
  broke,
];
