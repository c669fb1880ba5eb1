import type { Lexicon } from './lexicon.ts';

export interface PhraseScore<Label extends string> {
  readonly label: Label;
  readonly score: number;
  /** The matched words as they stand in the text, strongest first. */
  readonly phrases: readonly string[];
}

interface CompiledLexicon<Label extends string> {
  readonly entries: readonly { readonly label: Label; readonly weight: number; readonly pattern: RegExp }[];
}

/** One expression per label and weight: a text is read once for each. */
export function compileLexicon<Label extends string>(lexicon: Lexicon<Label>): CompiledLexicon<Label> {
  const entries = Object.entries(lexicon) as [Label, Partial<Record<1 | 2 | 3, readonly string[]>>][];
  return {
    entries: entries.flatMap(([label, byWeight]) =>
      ([3, 2, 1] as const).flatMap((weight) => {
        const phrases = byWeight[weight];
        if (phrases === undefined) return [];
        return [{ label, weight, pattern: new RegExp(`(?<![\\w-])(?:${phrases.join('|')})(?![\\w])`, 'giu') }];
      }),
    ),
  };
}

/** Weight of a title, and of a sentence by what it speaks of, against a sentence that only tells what happened. */
const factors = { title: 1.5, rootCause: 5, reason: 2.5, account: 1, mitigation: 0.5, impact: 0.3, plan: 0.25 };
/** A hint in a sentence that gives no reason mostly names what was hit. */
const idleHintWeight = 0.1;
const hintWeights: Readonly<Record<number, number>> = { 1: 0.5, 2: 1.5, 3: 3 };
const rootCause =
  /\b(?:root[- ]caused?|underlying cause|(?:the|a|probable|likely|preliminary|contributing) causes?\b|caused by|(?:engineers?|we|team|investigation) (?:have |has |had )?(?:identified|determined|discovered|found|traced|concluded)|turned out)\b/iu;
const reason =
  /\b(?:due to|because|as a result of|result(?:ed|ing) (?:from|in)|triggered|led to|leading to|stemm?(?:ed|ing) from|attributed to|owing to|introduced|the (?:issue|problem|incident|outage) was)\b/iu;
const mitigation =
  /\b(?:mitigat\w+|restor(?:ed|ing)|recover(?:ed|ing|y)|resolved|work-?around|restarted|failed over)\b/iu;
const impact =
  /\b(?:(?:customers?|users?|subscribers?) (?:\w+ ){0,6}(?:may|might|could|experienc\w+|were|was|saw|had|received|unable)|were (?:impacted|affected|unable)|summary of impact|customer impact)\b/iu;
const plan =
  /\b(?:we will|we['’]ll|going forward|in the future|to prevent|prevent (?:this|similar)|next steps|action items?|we are (?:adding|improving|working|investigating ways|continuously|taking)|will be|we plan|should have|lessons?|we (?:sincerely )?apologi[sz]e|sorry|feedback|survey)\b/iu;
const negation =
  /\b(?:no|not|never|isn['’]t|wasn['’]t|weren['’]t|ruled? out|unrelated to|rather than|instead of|nothing to do with|no evidence of|not (?:a|an|the|due to|caused by))(?:\s+\w+){0,2}\s*$/iu;

/** Scores each label by the phrases that a title and a text hold. Repetition counts with its logarithm. */
export function scorePhrases<Label extends string>(
  lexicon: CompiledLexicon<Label>,
  title: string,
  sentences: readonly string[],
): PhraseScore<Label>[] {
  const found = new Map<Label, Map<string, number[]>>();
  const read = (text: string, factor: number): void => {
    for (const { label, weight, pattern } of lexicon.entries) {
      for (const match of text.matchAll(pattern)) {
        if (negation.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
        const phrases = found.get(label) ?? new Map<string, number[]>();
        found.set(label, phrases);
        const phrase = match[0].toLowerCase();
        const values = phrases.get(phrase) ?? [];
        phrases.set(phrase, values);
        values.push((weight === 1 && factor < factors.title ? idleHintWeight : (hintWeights[weight] ?? 0)) * factor);
      }
    }
  };
  read(title, factors.title);
  let heading = false;
  for (const sentence of sentences) {
    read(sentence, heading ? factors.rootCause : factorOf(sentence));
    heading = sentence.length < 60 && rootCause.test(sentence);
  }
  return [...found]
    .map(([label, phrases]) => {
      const strengths = [...phrases].map(([phrase, values]) => ({
        phrase,
        strength: Math.max(...values) * (1 + Math.log(values.length) / 2),
      }));
      strengths.sort((a, b) => b.strength - a.strength || (a.phrase < b.phrase ? -1 : 1));
      return {
        label,
        score: strengths.reduce((sum, { strength }) => sum + strength, 0),
        phrases: strengths.map(({ phrase }) => phrase),
      };
    })
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

function factorOf(sentence: string): number {
  if (plan.test(sentence)) return factors.plan;
  if (rootCause.test(sentence)) return factors.rootCause;
  if (reason.test(sentence)) return factors.reason;
  if (impact.test(sentence)) return factors.impact;
  return mitigation.test(sentence) ? factors.mitigation : factors.account;
}
