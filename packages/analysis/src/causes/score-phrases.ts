import type { Lexicon } from './lexicon.ts';

export interface PhraseScore<Label extends string> {
  readonly label: Label;
  readonly score: number;
  /** The matched words as they stand in the text, strongest first. */
  readonly phrases: readonly string[];
}

export interface CompiledLexicon<Label extends string> {
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

/** Weight of a title against a sentence of the text, of a sentence that names a reason, and of one about later plans. */
const titleFactor = 2;
const reasonFactor = 2.5;
const planFactor = 0.25;
const hintWeights: Readonly<Record<number, number>> = { 1: 0.5, 2: 1.5, 3: 3 };
const reason =
  /\b(?:root[- ]cause|caused by|cause (?:of|was|is)|due to|because|as a result of|result(?:ed)? from|triggered (?:by|when)|led to|leading to|stemm?(?:ed|ing) from|traced (?:back )?to|attributed to|owing to|the (?:issue|problem|incident|outage) was|turned out|identified)\b/iu;
const plan =
  /\b(?:we will|we['’]ll|going forward|in the future|to prevent|prevent (?:this|similar)|next steps|action items?|we are (?:adding|improving|working|investigating ways)|will be|we plan|improvements?|should have|lessons?|we apologi[sz]e|sorry)\b/iu;
const negation =
  /\b(?:no|not|never|without|isn['’]t|wasn['’]t|weren['’]t|ruled? out|unrelated to|rather than|instead of|nothing to do with|no evidence of|not (?:a|an|the|due to|caused by))(?:\s+\w+){0,2}\s*$/iu;

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
        values.push((hintWeights[weight] ?? 0) * factor);
      }
    }
  };
  read(title, titleFactor);
  for (const sentence of sentences)
    read(sentence, plan.test(sentence) ? planFactor : reason.test(sentence) ? reasonFactor : 1);
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
