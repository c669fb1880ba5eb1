import type { SentenceSignals } from '../read-sentence-signals.ts';
import type { SentenceWithSignals } from '../report-passages.ts';
import { followUp, judgeRemedy } from '../resolution/judge-remedy.ts';

/** The role of a sentence in a statement of the cause. Context explains nothing alone; effects and remedies are `other`. */
export type CauseRole = 'cause' | 'context' | 'other';

/** Matches sentences that only say that people know, search or do not know the cause. */
const unexplained =
  /\b(?:identif|found|find|understand|understood|determin|discover|know|pinpoint|isolat|investigat|look|clear|sure|unclear|unknown)\w*\b(?: \w+){0,2}? (?:the |a |an |any |their |its |what |specific |potential |possible |preliminary |likely )*(?:root |underlying |exact |specific )*(?:causes?|sources?|issues?|problems?|reasons?|change)\b(?!\s*(?:was|were|is|to be|as|being|:|–|-))|\broot causes? (?:is|was|are|were|has|have) (?:\w+ ){0,2}(?:unknown|unclear|not|being|still|under|identified)|(?:\b(?:no|not)|n['’]t) (?:\w+ ){0,2}(?:root cause|known cause|explanation)\b/iu;
const reason = /\b(?:because|due to|(?:caused|triggered) by|result of|was that|is that)\b/iu;
/** Matches sentences about how the failure ended. */
const remedy =
  /^to (?:mitigate|resolve|fix|restore)\b|\b(?:we|team|engineers?|responders?|they|issue|incident|problem|this|it|impact) (?:\w+ ){0,3}?(?:mitigated|resolved|remediated|fixed)\b|\b(?:mitigated|resolved|remediated|fixed) by\b|\b(?:appl|implement|deploy|releas|merg)\w+ (?:a|an|the) (?:\w+ ){0,2}(?:fix|mitigation|workaround)\b|\bmitigation (?:put|was|is)\b|\b(?:a|the) fix (?:was|is|has)\b/iu;
/** Matches sentences about what users saw, and how much. */
const effect =
  /\b(?:experienc\w+|degraded|unavailable|unable to|inaccessible|affected|impacted|delayed|elevated|error rates?|latency|timed out|returned (?:\w+ ){0,2}errors?|failed to (?:load|start|respond|open)|(?:could|can|did) ?n[o’']t (?:access|load|use|see|create|log|open))\b/iu;
const measured =
  /\bon average\b|\bpeak(?:ed|ing)?\b|\bat (?:its|the|their) (?:peak|worst)\b|\b\d[\d.,]*\s?% of\b|\berror rates? (?:was|were|of|peaked)\b|\badditional (?:\w+ ){0,2}latency\b/iu;
const unaffected = /(?:\b(?:not|no|un)|n['’]t)[ -]?(?:\w+ ){0,2}(?:affected|impacted|impact)\b/iu;
/** Matches what status pages say about their updates, and pointers to other reports. */
const statusLine =
  /\b(?:we (?:will|['’]ll) provide|provide (?:an|another|more|further)|next update|further information|current details|linked to (?:a|the|another) |being merged with|(?:received|aware of) (?:a )?reports?|should be resolved|getting rolled out|please (?:restart|contact|follow|see|reach|open|try|retry|refer|visit)|regular (?:status )?updates|subject to change|we (?:thank you|apologi[sz]e)|working to resolve)\b/iu;
/** Matches decisions about what to do, and investigations. */
const decision =
  /\b(?:decided to|decision (?:that|to)|we need to|(?:we|team|engineers) (?:are|is|continues? to) (?:\w+ )?investigat\w+)\b/iu;
/** Matches ends of sentences whose statement follows in the next one. */
const openEnd = /(?::|…|\.\.\.)$/u;

/** Matches a sentence about what followed from the sentence before, without which it explains nothing. */
const refersBack =
  /^(?:this|that|it|these|which)(?: \w+ly| in turn| also| then)? (?:caus|result|creat|led|lead|meant|trigger|degrad|prevent|broke|made|led|forced|happened)\w*\b/iu;

/** @param signals signals of root causes */
export function judgeCause({ text }: Pick<SentenceWithSignals, 'text'>, signals: SentenceSignals): CauseRole {
  const isNamed = 'named' in signals || 'because' in signals;
  const isExplained = isNamed || 'consequence' in signals;
  if (
    'asked' in signals ||
    statusLine.test(text) ||
    decision.test(text) ||
    followUp.test(text) ||
    unaffected.test(text)
  )
    return 'other';
  if (unexplained.test(text) && !reason.test(text)) return 'other';
  if (!isNamed && (remedy.test(text) || measured.test(text))) return 'other';
  if (!isExplained && effect.test(text) && !('inCauses' in signals)) return 'other';
  if ('inResolution' in signals && !isNamed) return 'other';
  if (openEnd.test(text)) return 'context';
  return isExplained || ['defect', 'changed', 'loaded'].some((name) => name in signals) ? 'cause' : 'context';
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
  const kept = judged.filter(({ role }) => role !== 'other').map(({ sentence }) => sentence);
  const isExplained = judged.some(({ role }) => role === 'cause') && !refersBack.test(kept[0]?.text ?? '');
  return isExplained ? kept : [];
}

/** Returns whether a sentence of a timeline states what people did about the failure that the sentence before it states. */
function isReaction(sentence: SentenceWithSignals, signals: SentenceSignals): boolean {
  const isExplained = ['named', 'because', 'consequence'].some((name) => name in signals);
  return sentence.isTimed && !isExplained && judgeRemedy(sentence) === 'action';
}
