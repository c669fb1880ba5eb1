/** A text in lower case. The title and each sentence are on separate lines. */
export interface TextWithLineWeights {
  readonly text: string;
  /** Offset in `text` at which each line begins. */
  readonly starts: readonly number[];
  /** Weight of each line, from the constant `sentenceWeights`. */
  readonly factors: readonly number[];
}

/** Weights of the title and of sentences by subject. A sentence that only describes events (`account`) has weight 1. */
export const sentenceWeights = {
  title: 1.5,
  rootCause: 5,
  reason: 2.5,
  account: 1,
  mitigation: 0.5,
  impact: 0.3,
  plan: 0.25,
};
const maxSentenceLength = 2_000;
export const sentenceEndPattern = /(?<=[.!?])\s+|\n+/u;
/** Length (characters) below which a sentence such as "Root cause" counts as the heading of the next sentence. */
const maxHeadingLength = 60;

const rootCause =
  /\b(?:root[- ]caused?|underlying cause|(?:the|a|probable|likely|preliminary|contributing) causes?\b|caused by|(?:engineers?|we|team|investigation) (?:have |has |had )?(?:identified|determined|discovered|found|traced|concluded)|turned out)\b/u;
const reason =
  /\b(?:due to|because|as a result of|result(?:ed|ing) (?:from|in)|triggered|led to|leading to|stemm?(?:ed|ing) from|attributed to|owing to|introduced|the (?:issue|problem|incident|outage) was)\b/u;
const mitigation =
  /\b(?:mitigat\w+|restor(?:ed|ing)|recover(?:ed|ing|y)|resolved|work-?around|restarted|failed over)\b/u;
const impact =
  /\b(?:(?:customers?|users?|subscribers?) (?:\w+ ){0,6}(?:may|might|could|experienc\w+|were|was|saw|had|received|unable)|were (?:impacted|affected|unable)|summary of impact|customer impact)\b/u;
const plan =
  /\b(?:we will|we['’]ll|going forward|in the future|to prevent|prevent (?:this|similar)|next steps|action items?|we are (?:adding|improving|working|investigating ways|continuously|taking)|will be|we plan|should have|lessons?|we (?:sincerely )?apologi[sz]e|sorry|feedback|survey)\b/u;

/** Splits a text into sentences and weighs each by its subject: root cause, impact, plans and so on. */
export function weighSentences(title: string, text: string): TextWithLineWeights {
  const parts = [title.toLowerCase()];
  const weights = [sentenceWeights.title];
  let isBelowHeading = false;
  for (const piece of text.toLowerCase().split(sentenceEndPattern)) {
    const sentence = piece.trim().slice(0, maxSentenceLength);
    if (sentence === '') continue;
    parts.push(sentence);
    weights.push(isBelowHeading ? sentenceWeights.rootCause : weighSentence(sentence));
    isBelowHeading = sentence.length < maxHeadingLength && rootCause.test(sentence);
  }
  let end = -1;
  const starts = parts.map((part) => {
    const start = end + 1;
    end = start + part.length;
    return start;
  });
  return { text: parts.join('\n'), starts, factors: weights };
}

/** Returns the weight in `sentenceWeights` of a sentence in lower case. */
export function weighSentence(sentence: string): number {
  if (plan.test(sentence)) return sentenceWeights.plan;
  if (rootCause.test(sentence)) return sentenceWeights.rootCause;
  if (reason.test(sentence)) return sentenceWeights.reason;
  if (impact.test(sentence)) return sentenceWeights.impact;
  return mitigation.test(sentence) ? sentenceWeights.mitigation : sentenceWeights.account;
}
