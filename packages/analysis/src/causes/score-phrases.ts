import { sentenceWeights, type TextWithLineWeights } from './weigh-sentences.ts';

/**
 * Phrases from reliability literature that indicate a cause or trigger, as regular expressions without unbounded
 * repetition. The keys are weights: 3 for phrases that hardly ever mean anything else, 2 for common ones, 1 for hints
 * that need support.
 */
export type Lexicon<Label extends string> = Readonly<Partial<Record<Label, PhrasesByWeight>>>;

type PhrasesByWeight = Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>;

export interface PhraseScore<Label extends string> {
  readonly label: Label;
  readonly score: number;
  /** Phrases of the lexicon that occur in the text, strongest first. */
  readonly phrases: readonly string[];
}

export type CompiledLexicon<Label> = readonly {
  readonly label: Label;
  readonly weight: number;
  readonly pattern: RegExp;
}[];

/** Compiles a lexicon to one regular expression per label and weight, for lower-case text. */
export function compileLexicon<Label extends string>(lexicon: Lexicon<Label>): CompiledLexicon<Label> {
  const entries = Object.entries(lexicon) as [Label, PhrasesByWeight][];
  return entries.flatMap(([label, byWeight]) =>
    ([3, 2, 1] as const).flatMap((weight) => {
      const phrases = byWeight[weight];
      if (phrases === undefined) return [];
      return [{ label, weight, pattern: new RegExp(`(?<![\\w-])(?:${phrases.join('|')})(?![\\w])`, 'g') }];
    }),
  );
}

/** Weight of a hint (a phrase of weight 1) outside the title, where it mostly names an affected part of the system. */
const idleHintWeight = 0.1;
const hintWeights: Readonly<Record<number, number>> = { 1: 0.5, 2: 1.5, 3: 3 };
const negation =
  /\b(?:no|not|never|isn['’]t|wasn['’]t|weren['’]t|ruled? out|unrelated to|rather than|instead of|nothing to do with|no evidence of|not (?:a|an|the|due to|caused by))(?:\s+\w+){0,2}\s*$/u;

/** Maximum number of characters between a negation and the phrase that it negates. */
const negationReach = 40;

/** Scores each label by its phrases in a text. A repeated phrase counts logarithmically. */
export function scorePhrases<Label extends string>(
  lexicon: CompiledLexicon<Label>,
  { text, starts, factors: weights }: TextWithLineWeights,
): PhraseScore<Label>[] {
  const found = new Map<Label, Map<string, number[]>>();
  for (const { label, weight, pattern } of lexicon) {
    let part = 0;
    for (const { 0: phrase, index } of text.matchAll(pattern)) {
      while ((starts[part + 1] ?? Number.POSITIVE_INFINITY) <= index) part += 1;
      if (negation.test(text.slice(Math.max(starts[part] ?? 0, index - negationReach), index))) continue;
      const factor = weights[part] ?? 0;
      const phrases = found.get(label) ?? new Map<string, number[]>();
      found.set(label, phrases);
      const values = phrases.get(phrase) ?? [];
      phrases.set(phrase, values);
      values.push(
        (weight === 1 && factor < sentenceWeights.title ? idleHintWeight : (hintWeights[weight] ?? 0)) * factor,
      );
    }
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
