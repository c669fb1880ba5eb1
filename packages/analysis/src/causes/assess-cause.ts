import type { Cause, CauseAssessment, FailureKind, Trigger } from '@refrain/domain';
import { causeLexicon } from './cause-lexicon.ts';
import { readPaths } from './path-signals.ts';
import { compileLexicon, type PhraseScore, scorePhrases } from './score-phrases.ts';
import { triggerLexicon } from './trigger-lexicon.ts';

export interface CauseDocument {
  readonly title: string;
  readonly text: string;
  readonly kind?: FailureKind;
  readonly paths?: readonly string[];
}

/** Characters of a text that are read. */
const textLimit = 40_000;
/** Least score at which a label is named rather than `unknown`. */
const causeThreshold = 1.5;
const triggerThreshold = 2;
const pathWeight = 3;
const evidenceLimit = 8;

const causes = compileLexicon(causeLexicon);
const triggers = compileLexicon(triggerLexicon);

/**
 * Reads from a failure's words, kind and paths what allowed it (`cause`) and what set it off (`trigger`).
 * `unknown` where nothing speaks clearly; `confidence` is the estimated chance that the cause is right.
 */
export function assessCause(document: CauseDocument): CauseAssessment {
  const title = document.title.slice(0, 1_000);
  const sentences = splitSentences(document.text.slice(0, textLimit));
  const forCause = withSignals(scorePhrases(causes, title, sentences), causeSignals(document));
  const forTrigger = withSignals(scorePhrases(triggers, title, sentences), triggerSignals(document));
  const trigger = choose<Trigger>(forTrigger, triggerThreshold);
  const cause = choose<Cause>(forCause, causeThreshold) ?? causeOfTrigger(trigger);
  if (cause === null && trigger === null) return { cause: 'unknown', trigger: 'unknown', confidence: 0, evidence: [] };
  const evidence = [...(cause?.phrases ?? []).slice(0, 5), ...(trigger?.phrases ?? []).slice(0, 3)];
  return {
    cause: cause?.label ?? 'unknown',
    trigger: trigger?.label ?? 'unknown',
    confidence: cause?.confidence ?? round((trigger?.confidence ?? 0) / 2),
    evidence: [...new Set(evidence)].slice(0, evidenceLimit),
  };
}

/** What a deployment brought is code, as long as nothing says otherwise: the weakest of all grounds. */
function causeOfTrigger(trigger: Choice<Trigger> | null): Choice<Cause> | null {
  if (trigger?.label !== 'deployment') return null;
  return { label: 'code_defect', phrases: trigger.phrases.slice(0, 1), confidence: 0.3 };
}

interface Choice<Label extends string> {
  readonly label: Label;
  readonly phrases: readonly string[];
  readonly confidence: number;
}

interface Signal<Label extends string> {
  readonly label: Label;
  readonly score: number;
  readonly phrase: string;
}

function causeSignals({ paths = [], kind }: CauseDocument): Signal<Cause>[] {
  const signals: Signal<Cause>[] = readPaths(paths).map(({ cause, share, example }) => ({
    label: cause,
    score: pathWeight * share,
    phrase: example,
  }));
  if (kind === 'reverted_change') signals.push({ label: 'code_defect', score: 1.5, phrase: 'reverted change' });
  return signals;
}

function triggerSignals({ paths = [], kind }: CauseDocument): Signal<Trigger>[] {
  const signals: Signal<Trigger>[] = readPaths(paths).map(({ trigger, share, example }) => ({
    label: trigger,
    score: pathWeight * share,
    phrase: example,
  }));
  if (kind === 'failed_deployment') signals.push({ label: 'deployment', score: 8, phrase: 'failed deployment' });
  if (kind === 'reverted_change') signals.push({ label: 'deployment', score: 3, phrase: 'reverted change' });
  return signals;
}

function withSignals<Label extends string>(
  scores: readonly PhraseScore<Label>[],
  signals: readonly Signal<Label>[],
): PhraseScore<Label>[] {
  const merged = new Map(scores.map((score) => [score.label, score]));
  for (const { label, score, phrase } of signals) {
    const known = merged.get(label);
    merged.set(label, { label, score: (known?.score ?? 0) + score, phrases: [...(known?.phrases ?? []), phrase] });
  }
  return [...merged.values()].sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

function choose<Label extends string>(scores: readonly PhraseScore<Label>[], threshold: number): Choice<Label> | null {
  const [best] = scores;
  if (best === undefined || best.score < threshold) return null;
  const total = scores.reduce((sum, { score }) => sum + score, 0);
  const amount = best.score / (best.score + 6);
  return {
    label: best.label,
    phrases: best.phrases,
    confidence: round(Math.min(0.95, (0.4 + (0.6 * best.score) / total) * amount)),
  };
}

function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim().slice(0, 2_000))
    .filter((sentence) => sentence !== '');
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
