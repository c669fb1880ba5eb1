import { findSubject } from '../people.ts';
import { endOf, isNegated, type Rule } from '../rule.ts';

const reason = 'It tells a lapse of a person; what let the step go missing unnoticed is what can be changed.';

/** What people do; of `we` anything else may be what the service did: `we failed to process 4 % of requests`. */
const deed =
  /^\s+(?:\p{L}{2,12}ly\s+)?(?:test|check|review|notice|spot|see|communicate|document|verify|validate|consider|anticipate|foresee|realise|realize|recognise|recognize|understand|follow|update|rotate|renew|escalate|plan|coordinate|ensure|account|identify|catch|think|ask|tell|inform|remember|read|learn|prepare|monitor|listen)\b/iu;
/** Before a verb whose subject stands further away. */
const joins = /^\P{L}*$|(?:^|\s)(?:and|but|or|then|who|also)\s+$/iu;
/** A name in front, which no list need know: only people forget. */
const capital = /(?:^|\s)(?!(?:The|This|That|It|Its|These|Those|Nothing|Which|There)\b)\p{Lu}\p{L}{1,20}\s+$/u;

/** `failed to test`, `forgot to rotate`, `didn't bother to read`. */
const undone: Rule = {
  kind: 'omission',
  reason,
  trigger:
    /\b(failed|omitted|refused|neglected|forgot|had forgotten|did(?:n['’]t| not)(?: even)? (?:bother|care|remember|think))\s+to\b/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const isHumanOnly = /^(?:neg|for|had|did)/iu.test(match[1] ?? '');
    const end = endOf(match);
    if (isNegated(before.slice(0, subject?.start)) || subject?.who === 'you') return null;
    if (subject === null || subject.who === 'whoever') {
      const isOfSomeone = subject !== null || (isHumanOnly && (joins.test(before) || capital.test(before)));
      return isOfSomeone ? { start: match.index, end, instead: 'had no prompt to' } : null;
    }
    if (!isHumanOnly && subject.who === 'either') return null;
    if (!isHumanOnly && subject.who === 'we' && !deed.test(visible.slice(end, end + 40))) return null;
    return { start: subject.start, end, instead: 'nothing prompted anyone to' };
  },
};

/** `forgot the flag`, `forgot about the flag`, `forgot that it was on`. */
const forgotten: Rule = {
  kind: 'omission',
  reason,
  trigger: /\bforgot\s+(?:about|that(?=\s)|(?=the\b|an?\b|this\b|these\b|his\b|her\b|their\b|our\b|one\b|some\b))/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    if (isNegated(before.slice(0, subject?.start)) || subject?.who === 'you') return null;
    const isOwn = subject !== null && subject.who !== 'whoever';
    if (!isOwn && subject === null && !joins.test(before) && !capital.test(before)) return null;
    const about = /that/iu.test(match[0]) ? 'that' : 'of';
    const space = /\s$/u.test(match[0]) ? ' ' : '';
    const end = endOf(match);
    return isOwn
      ? { start: subject.start, end, instead: `nothing reminded anyone ${about}${space}` }
      : { start: match.index, end, instead: `had no reminder ${about}${space}` };
  },
};

/** `the reviewer missed the typo`, `she ignored the alert`. */
const unseen: Rule = {
  kind: 'omission',
  reason,
  trigger:
    /\b(missed|overlooked|ignored|disregarded|dismissed|did(?:n['’]t| not) (?:notice|spot|see|realise|realize)|failed to (?:notice|spot|see|realise|realize))\s+(?=the\b|an?\b|that\b|this\b|these\b|those\b|it\b|his\b|her\b|their\b|our\b|several\b|some\b|warnings?\b|alerts?\b|how\b)(that\s+(?=the\b|it\b|an?\b|this\b|they\b|there\b))?/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const end = endOf(match);
    if (subject === null || subject.who === 'you' || subject.who === 'whoever') return null;
    const isIgnoring = /^(?:ignored|disregarded|dismissed|overlooked)/iu.test(match[1] ?? '');
    if (subject.who === 'we' && !isIgnoring) return null;
    if (subject.who === 'either' && /^they$/iu.test(before.slice(subject.start).trim())) return null;
    if (
      /^(?:\S{1,8}\s+)?(?:mark|target|deadline|slo|sla|goal|meeting|train|release|opportunity)\b/iu.test(
        visible.slice(end, end + 40),
      )
    )
      return null;
    if (isNegated(before.slice(0, subject.start))) return null;
    const fact = match[2] === undefined ? '' : 'the fact that ';
    const instead = /^(?:ignored|disregarded|dismissed)/iu.test(match[1] ?? '')
      ? `nothing made it plain that action was needed on ${fact}`
      : `nothing drew enough attention to ${fact}`;
    const edited = { start: subject.start, end };
    return { start: subject.start, end: match.index + match[0].trimEnd().length, edited, instead };
  },
};

/** `was forgotten`, `had been overlooked`. */
const leftOut: Rule = {
  kind: 'omission',
  reason,
  trigger:
    /\b((?:was|were|got|been)\s+)(?:(?:simply|just|sadly|unfortunately|accidentally|also)\s+)?(?:forgotten|overlooked|neglected)\b/giu,
  find(match, { visible }) {
    if (isNegated(visible.slice(0, match.index))) return null;
    return { start: match.index + (match[1] ?? '').length, end: endOf(match), instead: 'left out unnoticed' };
  },
};

/** `the engineer did not check`: of one person; of `we` only what blames by itself. */
const unchecked: Rule = {
  kind: 'omission',
  reason,
  trigger:
    /\b(?:did(?:n['’]t| not)|never)\s+(?:(?:actually|really|even|properly|carefully|fully)\s+)?(?:follow|followed|read|check|checked|verify|verified|validate|validated|test|tested|review|reviewed|pay|paid|double-check|escalate|escalated|communicate|ask|asked|consult|confirm|confirmed|listen|look|looked|respond|responded|react|reacted|tell|told|inform|informed|mention|mentioned|report|reported|warn|warned|acknowledge|acknowledged|raise|raised|stop to think)\b/giu,
  find(match, { visible }) {
    const before = visible.slice(0, match.index);
    const subject = findSubject(before);
    const end = endOf(match);
    const isCare = /(?:pay|paid|double-check|follow(?:ed)?|stop to think)$/iu.test(match[0]);
    const isBare = subject === null && /\bdid/iu.test(match[0]) && !/\p{L}/u.test(before);
    if (isBare)
      return { start: match.index, end, instead: `nothing prompted anyone to ${/\S+$/u.exec(match[0])?.[0]}` };
    if (subject === null || subject.who === 'you' || subject.who === 'whoever') return null;
    if (subject.who === 'we' && !isCare) return null;
    if (subject.who === 'either' && /^they$/iu.test(before.slice(subject.start).trim())) return null;
    if (isNegated(before.slice(0, subject.start))) return null;
    const verb = /\bdid/iu.test(match[0]) ? /\S+$/u.exec(match[0])?.[0] : null;
    if (verb === null || verb === undefined)
      return {
        start: subject.start,
        end,
        instead: { question: 'What would make this step happen, or stop the work, when nobody thinks of it?' },
      };
    return {
      start: subject.start,
      end,
      instead: `nothing prompted anyone to ${/think$/iu.test(match[0]) ? 'stop to think' : verb}`,
    };
  },
};

/** `nobody bothered to read it`, `the team neglected the backups`. */
const uncared: Rule = {
  kind: 'omission',
  reason,
  trigger:
    /\b(?:(?:nobody|no one|none of (?:us|them))\s+(?:even\s+)?(?:bothered|cared)\s+to|neglected(?!\s+to\b)(?=\s+\S))\b/giu,
  find(match, { visible }) {
    const end = endOf(match);
    if (!/^neglected/iu.test(match[0])) return { start: match.index, end, instead: 'nothing prompted anyone to' };
    const subject = findSubject(visible.slice(0, match.index));
    if (subject === null || subject.who === 'you' || subject.who === 'whoever') return null;
    if (isNegated(visible.slice(0, subject.start))) return null;
    return { start: subject.start, end, instead: 'nothing made sure of' };
  },
};

export const omissions: readonly Rule[] = [unseen, undone, uncared, forgotten, leftOut, unchecked];
