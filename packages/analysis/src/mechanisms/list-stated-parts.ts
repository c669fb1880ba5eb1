/** A part of a sentence, and how far it states that something happened. */
export interface StatedPart {
  readonly text: string;
  /** 1 for a statement, less for a guess, and least for plans, purposes, remedies, advice and denials */
  readonly factor: number;
}

const guessFactor = 0.5;
/** Low enough that no phrase in such a part clearly states a mechanism */
const otherFactor = 0.3;

/** Separates the parts of a sentence between which nothing is stated. */
const gap = '\n';

/** Matches questions, and sentences that advise readers. */
const advice =
  /\?\s*$|\b(?:you (?:can|may|could|should|need|will|might|want)|if you|please|work-?arounds?|customer action|follow (?:these|the|this) \w+|(?:we|they) (?:recommend|advise|suggest)|(?:customers|users) (?:can|should) (?:try|use|work))\b/iu;
/** Matches sentences about the future. */
const future =
  /\b(?:in (?:the )?future|going forward|next steps?|prevent (?:this|similar|such|future|recurrence|another)|reduce our time|similar (?:issues?|incidents?|problems?|failures?|spikes?)|lessons? learn(?:ed|t))\b/iu;
/** Matches commands and structured data, whose words are names */
const code = /[{}]|\bcurl -|(?:^|\s)--?\w+=|=>|\\n/u;
/** Matches words that say that a sentence states a cause or an effect. */
const consequence =
  /\b(?:caus(?:ed|ing)|led to|leading to|result(?:ed|ing)|because|due to|accident\w*|mistake\w*|inadvert\w*|unintent\w*|unintended|wrong\w*|incorrect\w*|trigger(?:ed|ing)|broke|meant|meaning|without|root cause)\b/iu;

/** Parts of sentences about what did not happen, or what people did or plan against it. */
const unstated: readonly RegExp[] = [
  // Plans, such as "we will add a rate limit" and "we are improving our alerts"
  /\b(?:we|they|i|teams?|engineers?|work|this|these|that|which)(?: also)?(?:['’]ll| will| shall| plan to| intend to| aim to)\b[^;\n]*/giu,
  /\bwill (?:be|also|now|continue|further|allow|help|improve|reduce|prevent|ensure)\b[^;\n]*/giu,
  /\b(?:we|teams?|engineers?)(?:['’]re| are| have been)(?: \w+ly| also| now| still)? (?!experienc|see|observ|hav|hitt|runn|receiv|gett|los)\w+ing\b[^;\n]*/giu,
  // Purposes, such as "to prevent a shortage of memory"
  /(?<!\b(?:failed|unable|able|fails?|failing|inability|failure|attempt\w*|tried|trying|enough|insufficient|struggl\w+|supposed|meant|intended) )\b(?:in order to|so as to|to) (?:prevent|avoid|reduce|ensure|mitigate|minimi[sz]e|protect|guard|improve|better|detect|catch|alleviate|relieve|address)\b[^,;\n]*/giu,
  /\b(?:would|could|might|may|should)(?: have)?(?: been)? (?:prevent|avoid|help|detect|catch|caught|mitigat|reduc|stop)\w*\b[^,;\n]*/giu,
  // Remedies, such as "resolved by increasing the limit"
  /\b(?:mitigat|resolv|fix|restor|recover|repair|address|remediat|solv|correct|alleviat)(?:ed|es|ing|e)\b[^,;\n]{0,60}?\b(?:by|with|through|via)\b[^;\n]*/giu,
  // Symptoms, such as "new jobs will fail"
  /\b(?:will|may|might) (?:also |always |intermittently |then )?(?:fail|experience|encounter|receive|see|notice|be unable)\b[^;\n]*/giu,
  // Checks that missed the failure, such as "tests did not catch it"
  /\b(?:tests?|testing|monitor(?:s|ing)?|alerts?|alerting|reviews?|reviewers?|staging|CI)\b[^.;,\n]{0,30}\b(?:(?:did|does|do)(?: not|n['’]t)|never|failed to) (?:catch|detect|notice|cover|flag|show|reveal)\w*\b/giu,
  // Denials, such as "no data loss", "did not exceed the limit" and "due to an unrelated delay"
  /\b(?:due to|because of|from) an? unrelated\b[^;\n]*/giu,
  /\b(?:unrelated to|nothing to do with|rul(?:ed|es|ing) out|(?:is|was|are|were)(?: not|n['’]t) (?:an?|the|due|caused)|not (?:due to|caused by|because of|related to))\b[^.;,:\n]*/giu,
  /\b(?:no|without(?: any)?|zero) (?:\w+ ){0,2}(?:los[st]|loss|lost|impact\w*|evidence|indication|signs?|risk|corruption|corrupted|exposed|exposure|compromise\w*|interruption|breach\w*)\b[^,;\n]*/giu,
  /\b(?:did|does|do|was|were|is|are|has|have|had|would|should)(?: not|n['’]t)(?: \w+ly)?(?: been| be)? (?:exceed|reach|hit|affect|impact|leak|los|corrupt|expos|compromis|delet|relat|overload)\w*\b[^,;\n]*/giu,
];

/** Matches an action against a failure, which states no mechanism unless the sentence says that it had an effect. */
const action =
  /\b(?:we|teams?|engineers?|they)(?: (?:have|had|then|also|since|manually|immediately|quickly|temporarily|subsequently|are)){0,2} (?:added|increased|raised|scaled|restarted|rolled back|reverted|disabled|fixed|rotated|revoked|blocked|updated|enabled|upgraded|improved|introduced|implemented|rebooted|drained|paused|cleared|extended|refactored)\b[^,;\n]*/giu;

/** Matches “their” after the users whose property it is, because in notes it mostly refers to a supplier. */
const theirsOfUsers =
  /(\b(?:customers?|users?|people|visitors|instances?|projects?|accounts?|teams?)\b[^.;\n]{0,80}?)\btheir\b/giu;

const guess =
  /\b(?:may|might|possibly|perhaps|potentially|suspect(?:ed|s)?|speculat\w+|unclear|unsure|not sure|unconfirmed|hypothes\w+|could (?:be|have))\b/iu;

/**
 * Splits a sentence into parts that state what happened or why, and other parts: plans, purposes, remedies, advice and
 * denials. The words of the other parts often name mechanisms that did not occur.
 */
export function listStatedParts(sentence: string): StatedPart[] {
  const isCausal = consequence.test(sentence);
  const isAside = advice.test(sentence) || code.test(sentence) || (future.test(sentence) && !isCausal);
  if (isAside) return [{ text: sentence, factor: otherFactor }];
  const patterns = isCausal ? unstated : [...unstated, action];
  const others: string[] = [];
  const stated = patterns.reduce(
    (text, pattern) =>
      text.replace(pattern, (other) => {
        others.push(other);
        return gap;
      }),
    sentence.replace(theirsOfUsers, '$1the'),
  );
  return [
    ...stated.split(gap).map((text) => ({ text, factor: guess.test(text) ? guessFactor : 1 })),
    ...others.map((text) => ({ text, factor: otherFactor })),
  ].filter(({ text }) => text.trim() !== '');
}
