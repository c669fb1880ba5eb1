import type { SentenceSignals } from '../read-sentence-signals.ts';
import type { SentenceWithSignals } from '../report-passages.ts';
import { judgeRemedy } from '../resolution/judge-remedy.ts';
import { isOtherMatter } from './is-other-matter.ts';

/** The role of a sentence in a statement of the cause. Context explains nothing alone; effects and remedies are `other`. */
export type CauseRole = 'cause' | 'context' | 'other';

/** Matches sentences that only say that people know, search or do not know the cause. */
const unexplained =
  /\b(?:identif|found|find|understand|understood|determin|discover|know|pinpoint|isolat|investigat|look|clear|sure|unclear|unknown)\w*\b(?: \w+){0,2}? (?:the |a |an |any |their |its |what |specific |potential |possible |preliminary |likely )*(?:root |underlying |exact |specific )*(?:causes?|sources?|issues?|problems?|reasons?|change)\b(?!\s*(?:was|were|is|to be|as|being|:|–|-))|\broot causes?(?: of (?:the|this) (?:issue|problem|incident))? (?:is|was|are|were|has|have) (?:\w+ ){0,2}(?:known|understood|unknown|unclear|not|being|still|under|identified)|(?:\b(?:no|not)|n['’]t) (?:\w+ ){0,2}(?:root cause|known cause|explanation)\b/iu;
/** Matches sentences about work that is going on, as in a status update. */
const ongoing =
  /\b(?:is|are) (?:now|currently|still|actively)? ?(?:cooperating|collaborating|coordinating|troubleshooting|working (?:with|on|to)|engaging|in contact)\b/iu;
const reason = /\b(?:because|due to|(?:caused|triggered) by|result of|was that|is that)\b/iu;
/** Matches sentences about how the failure ended. */
const remedy =
  /^to (?:mitigate|resolve|fix|restore)\b|^we (?:\w+ly |also |then |have |had ){0,2}(?:increased|raised|added|scaled|restarted|rolled back|reverted|disabled|blocked|throttled|rerouted|redirected|paused|drained)\b|\b(?:we|team|engineers?|responders?|they|issue|incident|problem|this|it|impact) (?:\w+ ){0,3}?(?:mitigated|resolved|remediated|fixed)\b|\b(?:mitigated|resolved|remediated|fixed) by\b|\b(?:appl|implement|deploy|releas|merg)\w+ (?:a|an|the) (?:\w+ ){0,2}(?:fix|mitigation|workaround)\b|\bmitigation (?:put|was|is)\b|\b(?:a|the) fix (?:was|is|has)\b|\b(?:has|have) (?:now |since )?been (?:fully |completely )?(?:resolved|mitigated|fixed|restored)\b|\brecovery (?:time )?(?:was|is|took|began|started|completed)\b|\brecovered by \d|\b(?:was|were) manually \w+ed\b/iu;
/** Matches sentences about what users saw, and how much. */
const effect =
  /\b(?:experienc\w+|disruptions?|(?:is|are) (?:\w+ly )?(?:failing|serving|seeing|ongoing)|degraded|unavailable|unable to|not able to|inaccessible|affected|impacted|delayed|elevated|error rates?|latency|timed out|returned (?:\w+ ){0,2}errors?|failed to (?:load|start|respond|open)|(?:was|were|is|are) not (?:appearing|visible|shown|displayed|loading|updating|processed|delivered)|(?:could|can|did) ?n[o’']t (?:access|load|use|see|create|log|open))\b/iu;
const measured =
  /\bon average\b|\ban average of\b|\bpeak(?:ed|ing)?\b|\bat (?:its|the|their) (?:peak|worst)\b|\b\d[\d.,]*\s?% of\b|\berror rates? (?:was|were|of|peaked)\b|\badditional (?:\w+ ){0,2}latency\b|\b(?:may|might|could) (?:not |also |still )?(?:have|see|experience|be|fail|encounter|observe|notice)\b|\bfor a duration of\b/iu;
/** Matches sentences about what people saw. */
const observed = /\b(?:notic|observ|not)ed\b|\bsaw\b|\breport(?:ed|s)\b|\balert(?:s|ed)?\b/iu;
/** Matches ends of sentences whose statement follows in the next one. */
const openEnd = /(?::|…|\.\.\.)$/u;

/** Matches a sentence about what followed from the sentence before, without which it explains nothing. */
const refersBack =
  /^(?:this|that|it|these|which)(?: \w+ly| in turn| also| then)? (?:caus|result|creat|led|lead|meant|trigger|degrad|prevent|broke|made|led|forced|happened)\w*\b/iu;

/** Matches the words after which a sentence states what followed. */
const consequence =
  /[,;–—-]? ?\b(?:and )?(?:which|this|that|thus|thereby)? ?(?:caus(?:ing|ed)|lead(?:ing|s)? to|led to|result(?:ing|ed) in|meaning|preventing|rendering)\b/iu;
/** Matches words of growth, without which load and traffic are the usual ones. */
const growth =
  /\b(?:increas\w+|surg\w+|spik\w+|exceed\w*|heav\w+|high(?:er)?|too|overload\w*|exhaust\w*|saturat\w+|full|unexpected\w*|large(?:r)?|huge|grow\w*|grew|hammer\w*|many|flood\w*|excessive|crawl\w*|bots?|ran out|out of)\b/iu;
/** Matches descriptions of a system, which prepare an explanation. */
const description =
  /\b(?:consists? of|(?:is|are) (?:\w+ly )?(?:used|designed|intended|responsible|deployed|managed|performed|made up)|maintains|stores|provides|handles|manages|comprises|serves|(?:will|can|must) \w+ (?:\w+ ){0,4}(?:when|if))\b/iu;
/** @param signals signals of root causes */
export function judgeCause({ text }: Pick<SentenceWithSignals, 'text'>, signals: SentenceSignals): CauseRole {
  if ('asked' in signals || isOtherMatter(text)) return 'other';
  const isNamed = 'named' in signals || 'because' in signals;
  if ((unexplained.test(text) || ongoing.test(text)) && !reason.test(text)) return 'other';
  if (!isNamed && (remedy.test(text) || measured.test(text))) return 'other';
  const isExplained = isNamed || ('consequence' in signals && !isEffect(text.split(consequence, 1)[0] ?? ''));
  if (!isExplained && !('underCause' in signals) && (isEffect(text) || observed.test(text))) return 'other';
  if ('inResolution' in signals && !isExplained && !('found' in signals)) return 'other';
  if (openEnd.test(text)) return 'context';
  const isGrown = 'loaded' in signals && growth.test(text);
  const isStated = isGrown || ['underCause', 'defect', 'changed'].some((name) => name in signals);
  return isExplained || (isStated && !description.test(text)) ? 'cause' : 'context';
}

/** Returns whether a text only states what users saw. */
function isEffect(text: string): boolean {
  return effect.test(text);
}

/**
 * Selects the sentences of a passage that explain the failure, without effects and remedies. Empty if the passage states no
 * cause.
 */
export function selectCauses<T extends SentenceWithSignals>(
  sentences: readonly T[],
  signalsOf: (sentence: T) => SentenceSignals,
): T[] {
  const judged = sentences.map((sentence, at) => ({
    sentence,
    role: at > 0 && isReaction(sentence, signalsOf(sentence)) ? 'other' : judgeCause(sentence, signalsOf(sentence)),
  }));
  const last = judged.findLastIndex(({ role }) => role === 'cause');
  const kept = judged
    .slice(0, last + 1)
    .filter(({ role, sentence }) => role === 'cause' || (role === 'context' && !isEntryApart(sentence, sentences)))
    .map(({ sentence }) => sentence);
  const isExplained = kept.length > 0 && !refersBack.test(kept[0]?.text ?? '');
  return isExplained ? kept : [];
}

/** Returns whether a sentence is an entry of a timeline other than those of the other sentences. */
function isEntryApart(sentence: SentenceWithSignals, sentences: readonly SentenceWithSignals[]): boolean {
  return sentence.isTimed && sentences.every((one) => one === sentence || one.line !== sentence.line);
}

/** Returns whether a sentence of a timeline states what people did about the failure that the sentence before it states. */
function isReaction(sentence: SentenceWithSignals, signals: SentenceSignals): boolean {
  const isExplained = ['named', 'because', 'consequence'].some((name) => name in signals);
  return sentence.isTimed && !isExplained && judgeRemedy(sentence) === 'action';
}
