import type { Cause, Trigger } from '@refrain/domain';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import { causeLexicon } from './cause-lexicon.ts';
import { type CauseOrTriggerSignal, collectCauseSignals } from './collect-cause-signals.ts';
import { compileLexicon, type PhraseScore, scorePhrases } from './score-phrases.ts';
import { triggerLexicon } from './trigger-lexicon.ts';
import { weighSentences } from './weigh-sentences.ts';

/** Scores of the possible causes and triggers of a failure, highest first. */
export interface CauseAndTriggerScores {
  readonly causes: readonly PhraseScore<Cause>[];
  readonly triggers: readonly PhraseScore<Trigger>[];
  /** Scores of signals other than words, by feature name such as `paths:data`. */
  readonly facts: ReadonlyMap<string, number>;
}

const maxLength = { title: 1_000, text: 40_000 };
/** Scores of the label `unknown`. A cause or trigger counts as found only if its score is higher. */
export const unknownLabelScores = { causes: 1.5, triggers: 2 } as const;

const causes = compileLexicon(causeLexicon);
const triggers = compileLexicon(triggerLexicon);

/** Scores the possible causes and triggers of a failure by its words, kind, files, failed steps and linked changes. */
export function scoreCausesAndTriggers(document: CauseAssessmentInput): CauseAndTriggerScores {
  const text = weighSentences(document.title.slice(0, maxLength.title), document.text.slice(0, maxLength.text));
  const signals = collectCauseSignals(document);
  const forTrigger = addSignals(scorePhrases(triggers, text), signals.triggers);
  const forCause = addSignals(scorePhrases(causes, text), signals.causes);
  const isSilent = (forCause[0]?.score ?? 0) < unknownLabelScores.causes;
  const facts = new Map<string, number>();
  for (const { source, label, score } of [...signals.causes, ...signals.triggers]) {
    const name = `${source}:${label}`;
    facts.set(name, (facts.get(name) ?? 0) + score);
  }
  return { causes: isSilent ? addSignals(forCause, assumeCode(forTrigger)) : forCause, triggers: forTrigger, facts };
}

/** Returns a weak signal of a code defect if a deployment triggered a failure that has no other cause signals. */
function assumeCode([first]: readonly PhraseScore<Trigger>[]): CauseOrTriggerSignal<Cause>[] {
  if (first?.label !== 'deployment' || first.score < unknownLabelScores.triggers) return [];
  return [
    {
      label: 'code_defect',
      source: 'trigger',
      score: unknownLabelScores.triggers,
      phrase: first.phrases[0] ?? 'deployment',
    },
  ];
}

function addSignals<Label extends string>(
  scores: readonly PhraseScore<Label>[],
  signals: readonly CauseOrTriggerSignal<Label>[],
): PhraseScore<Label>[] {
  const merged = new Map(scores.map((score) => [score.label, score]));
  for (const { label, score, phrase } of signals) {
    const known = merged.get(label);
    merged.set(label, { label, score: (known?.score ?? 0) + score, phrases: [...(known?.phrases ?? []), phrase] });
  }
  return [...merged.values()].sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}
