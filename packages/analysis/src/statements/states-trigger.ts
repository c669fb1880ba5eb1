import type { Trigger } from '@refrain/domain';
import { compileLexicon } from '../causes/score-phrases.ts';
import { triggerLexicon } from '../causes/trigger-lexicon.ts';

const phrases = compileLexicon(triggerLexicon);

/** Matches changes that carry a fix or take another change back, and work on the fix: “as we deploy a fix”. */
const remedies: readonly RegExp[] = [
  /\b(?:(?:re-?)?deploy|roll(?:ed|ing|s)?[ -]?out|releas|shipp?|merg|push|appl[yi]|implement|launch)(?:e|es|ed|ing|ment of|s)?\b(?: (?!and\b|which\b|that\b)[\w-]+){0,4}? (?:hot-?)?(?:fix(?:es)?|mitigations?|rollback|reverts?|workarounds?|patch(?:es)?|remediations?)\b/gu,
  /\b(?:hot-?)?(?:fix(?:es)?|mitigations?|rollback|reverts?|workarounds?|remediations?)(?: for (?:[\w-]+ ){0,4}?[\w-]+)?(?: (?:has|have|had|is|was|were|being|been|now|fully|to be|will be)){0,4} (?:(?:re-?)?deploy|roll(?:ed|ing)?[ -]?out|releas|shipp|merg|push|appl)\w*/gu,
  /\b(?:(?:re-?)?deploy|roll(?:ed|ing)?[ -]?out|releas|shipp|merg|push)\w*(?: [\w-]+){0,5}? to (?:resolve|fix|mitigate|address|improve|prevent|restore|reduce|remedy|correct|help)\b/gu,
  /\b(?:roll(?:ed|ing|s)?[ -]?back|revert(?:ed|ing|s)?|redeploy\w*)\b/gu,
];

/**
 * Returns whether a sentence may say that an event of a kind set the failure off. It does not if it only names such events
 * as the fix of the failure.
 */
export function statesTrigger(trigger: Trigger, sentence: string): boolean {
  const isStated = (text: string) =>
    phrases.some(({ label, pattern }) => label === trigger && text.search(pattern) !== -1);
  const text = sentence.toLowerCase();
  const events = remedies.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  // The sentence may have other evidence than the phrases of the lexicon.
  return events === text || !isStated(text) || isStated(events);
}
