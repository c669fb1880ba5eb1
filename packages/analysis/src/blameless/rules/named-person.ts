import { findSentenceSubject, lengthOfNameMention } from './people.ts';
import { createRules, endOfMatch, type RuleMatcher } from './rule.ts';
import { isSystemChangeVerb } from './verb-forms.ts';

const reason = 'It names who did it, where what a role saw and could do is enough to learn from.';

/** Actions for which people are credited rather than blamed. */
const credited =
  /^(?:started|wrote|edited|released|published|launched|entered|used|gave|copied|opened|closed|selected|picked|introduced|updated|uploaded|moved|renamed|set|sent|typed)$/iu;

/** Matches `Jo deployed`, `@jo pushed`, but not people who noticed, helped or repaired. */
const actor: RuleMatcher = {
  trigger: /\b\p{L}{3,20}(?=\s+\S)/gu,
  find(match, { visible }) {
    if (!isSystemChangeVerb(match[0]) || credited.test(match[0])) return null;
    const subject = findSentenceSubject(visible.slice(0, match.index));
    if (subject?.who !== 'name') return null;
    const after = visible.slice(subject.start, match.index);
    const name = /^@?[\p{L}\p{N}_.-]+(?:\s+\p{Lu}[\p{L}’'-]+)?/u.exec(after)?.[0] ?? after.trim();
    return {
      start: subject.start,
      end: endOfMatch(match),
      edited: { start: subject.start, end: subject.start + name.length },
      replacement: 'an engineer',
    };
  },
};

/** Matches `deployed by Jo`. */
const agent: RuleMatcher = {
  trigger: /\b(\p{L}{3,20})\s+by\s+(?=[@\p{Lu}])/gu,
  find(match, { visible }) {
    const end = endOfMatch(match);
    const length = lengthOfNameMention(visible.slice(end));
    const verb = match[1] ?? '';
    if (!isSystemChangeVerb(verb) || credited.test(verb) || length === 0) return null;
    const range = { start: end, end: end + length };
    return { start: match.index, end: range.end, edited: range, replacement: 'an engineer' };
  },
};

/** Matches `Jo's change`. */
const owner: RuleMatcher = {
  trigger:
    /(?<![\w@])(@?\p{L}[\p{L}\p{N}_-]{1,38})['’]s\s+(?=(?:change|commit|deploy|deployment|migration|script|merge|rollout|release|config|PR|pull request)\b)/gu,
  find(match, { visible }) {
    const subject = findSentenceSubject(visible.slice(0, match.index + (match[1] ?? '').length));
    if (subject?.who !== 'name' || subject.start !== match.index) return null;
    return { start: match.index, end: endOfMatch(match), replacement: 'the ' };
  },
};

export const namedPersonRules = createRules('named_person', reason, [actor, agent, owner]);
