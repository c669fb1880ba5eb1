import type { Cause, Trigger } from '@refrain/domain';
import { type ReportReading, readReport } from '../extraction/read-report.ts';
import type { PassageWeights } from '../extraction/report-passages.ts';
import { compileStatements, findStatements } from '../text/phrases/find-statements.ts';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import { causeLexicon } from './cause-lexicon.ts';
import { type CauseOrTriggerSignal, collectCauseSignals } from './collect-cause-signals.ts';
import { type CompiledLexicon, compileLexicon, scorePhrases } from './score-phrases.ts';
import { triggerLexicon } from './trigger-lexicon.ts';
import { triggerPhrases } from './trigger-phrases.ts';
import { weighSentences } from './weigh-sentences.ts';

/** The evidence for a possible cause or trigger. All scores are 0 or higher. */
export interface LabelEvidence<Label extends string> {
  readonly label: Label;
  /** Score of the lexicon's phrases in the whole text. */
  readonly text: number;
  /** Score of the strongest mechanism with this cause or trigger. */
  readonly mechanism: number;
  /** Sum of the scores of all mechanisms with this cause or trigger. */
  readonly mechanisms: number;
  /** Score of signals other than words, on the scale of the lexicon's weights. */
  readonly signals: number;
  /** Phrases of the text and other evidence for people to read, strongest first. */
  readonly phrases: readonly string[];
}

/** Evidence for the possible causes and triggers of a failure. Labels without evidence are absent. */
export interface CauseAndTriggerEvidence {
  readonly causes: readonly LabelEvidence<Cause>[];
  readonly triggers: readonly LabelEvidence<Trigger>[];
  /** Scores of signals other than words, by feature name such as `paths:data`. */
  readonly facts: ReadonlyMap<string, number>;
  /** Scores of the mechanisms that the text states, by the name of the mechanism. */
  readonly mechanisms: ReadonlyMap<string, number>;
}

const maxLength = { title: 1_000, text: 40_000 };
/** Score up to which the causes in a text count as absent. */
const silentScore = 1.5;
/** Score of a trigger from which a deployment without other evidence suggests a code defect. */
const clearTriggerScore = 2;
/** Minimum score of a mechanism that is listed as evidence, and that implies a trigger. */
const minMechanismScore = 0.5;

/** Fraction of the lexicon's score that counts if the log of a failed deployment states a mechanism. */
const besideMechanism = 0.3;

const causes = compileLexicon(causeLexicon);
const triggers = compileLexicon(triggerLexicon);

/**
 * Collects the evidence for the cause and the trigger of a failure from its words, kind, files, steps and linked changes.
 * @param passageWeights other than the shipped weights only in evaluations
 */
export function collectCauseEvidence(
  document: CauseAssessmentInput,
  passageWeights?: PassageWeights,
): CauseAndTriggerEvidence {
  const title = document.title.slice(0, maxLength.title);
  const text = document.text.slice(0, maxLength.text);
  const { kind } = document;
  const reading = readReport({ title, text, kind }, passageWeights);
  const isExplained =
    kind === 'failed_deployment' && reading.mechanisms.some(({ score }) => score >= minEvidence.mechanism);
  const signals = collectCauseSignals(document, isExplained);
  const forTrigger = joinEvidence(triggers, title, text, listTriggerStatements(reading), signals.triggers);
  const found = joinEvidence(causes, title, text, listCauseStatements(reading), signals.causes);
  // The words of a log name tools and their parts, which suggest a cause only if no mechanism is stated.
  const weighed = isExplained ? found.map((one) => ({ ...one, text: one.text * besideMechanism })) : found;
  const isRetried = document.isRetried === true;
  const forCause = isRetried ? weighed.map(weakenIfRefuted) : weighed;
  const isSilent =
    !isExplained && !isRetried && Math.max(0, ...forCause.map((one) => one.text + one.signals)) < silentScore;
  const facts = new Map<string, number>();
  for (const { source, label, score } of [...signals.causes, ...signals.triggers]) {
    const name = `${source}:${label}`;
    facts.set(name, (facts.get(name) ?? 0) + score);
  }
  return {
    causes: isSilent ? addSignals(forCause, assumeCode(forTrigger)) : forCause,
    triggers: forTrigger,
    facts,
    mechanisms: new Map(
      reading.mechanisms
        .filter(({ score }) => score >= minMechanismScore)
        .map(({ mechanism: { name }, score }) => [name, score]),
    ),
  };
}

/** Causes that a successful deployment of the same commit contradicts, since the code and its settings were the same. */
const refutedByRetry: ReadonlySet<Cause> = new Set(['code_defect', 'configuration', 'data']);
const refutedFraction = 0.3;

function weakenIfRefuted(evidence: LabelEvidence<Cause>): LabelEvidence<Cause> {
  if (!refutedByRetry.has(evidence.label)) return evidence;
  return {
    ...evidence,
    text: evidence.text * refutedFraction,
    mechanism: evidence.mechanism * refutedFraction,
    mechanisms: evidence.mechanisms * refutedFraction,
    signals: evidence.signals * refutedFraction,
  };
}

/** A statement of a cause or a trigger, with its strength. */
interface LabelledStatement<Label> {
  readonly label: Label;
  readonly score: number;
  /** Name of the stated mechanism; null for other statements */
  readonly name: string | null;
  /** Index of the sentence in the reading */
  readonly sentence: number;
}

function listCauseStatements({ mechanisms }: ReportReading): LabelledStatement<Cause>[] {
  return mechanisms.map(({ mechanism: { cause, name }, score, sentence }) => ({ label: cause, score, name, sentence }));
}

/** Lists the triggers that a report states, and those that its mechanisms imply. */
export function listTriggerStatements({ mechanisms, positions }: ReportReading): LabelledStatement<Trigger>[] {
  const implied = mechanisms.flatMap(({ mechanism: { trigger, name }, score, sentence }) =>
    trigger === 'unknown' || score < minMechanismScore ? [] : [{ label: trigger, score, name, sentence }],
  );
  const stated = findStatements(compiledTriggers, positions);
  return [...stated.map(({ of: label, score, sentence }) => ({ label, score, name: null, sentence })), ...implied];
}

const compiledTriggers = compileStatements(
  (Object.entries(triggerPhrases) as [Trigger, readonly string[]][]).map(([of, phrases]) => ({ of, phrases })),
);

function joinEvidence<Label extends Cause | Trigger>(
  lexicon: CompiledLexicon<Label>,
  title: string,
  text: string,
  statements: readonly LabelledStatement<Label>[],
  signals: readonly CauseOrTriggerSignal<Label>[],
): LabelEvidence<Label>[] {
  const found = new Map<Label, LabelEvidence<Label>>();
  const add = (label: Label, evidence: Partial<LabelEvidence<Label>>) => {
    found.set(label, { ...noEvidence, label, ...found.get(label), ...evidence });
  };
  for (const { label, score, phrases } of scorePhrases(lexicon, weighSentences(title, text))) {
    add(label, { text: score, phrases });
  }
  for (const { label, score, name } of statements) {
    const known = found.get(label) ?? noEvidence;
    const shown = name === null || score < minMechanismScore ? [] : [name];
    add(label, {
      mechanism: Math.max(known.mechanism, score),
      mechanisms: known.mechanisms + score,
      phrases: [...known.phrases, ...shown],
    });
  }
  return addSignals([...found.values()], signals);
}

/** Minimum score of the text and the signals, or of a mechanism, with which a label may be stated. */
const minEvidence = { text: 1, mechanism: 0.35 } as const;

/** Returns whether the evidence is strong enough to state the label. Without evidence, a label would only be a guess. */
export function isEvidenceSufficient({ text, signals, mechanism }: LabelEvidence<string>): boolean {
  return text + signals >= minEvidence.text || mechanism >= minEvidence.mechanism;
}

const noEvidence = { text: 0, mechanism: 0, mechanisms: 0, signals: 0, phrases: [] as readonly string[] };

/** Returns a weak signal of a code defect if a deployment triggered a failure that has no other cause signals. */
function assumeCode(found: readonly LabelEvidence<Trigger>[]): CauseOrTriggerSignal<Cause>[] {
  const [first] = [...found].sort((a, b) => b.text + b.signals - (a.text + a.signals));
  if (first?.label !== 'deployment' || first.text + first.signals < clearTriggerScore) return [];
  const [phrase = 'deployment'] = first.phrases;
  return [{ label: 'code_defect', source: 'trigger', score: clearTriggerScore, phrase }];
}

function addSignals<Label extends string>(
  evidence: readonly LabelEvidence<Label>[],
  signals: readonly CauseOrTriggerSignal<Label>[],
): LabelEvidence<Label>[] {
  const merged = new Map(evidence.map((one) => [one.label, one]));
  for (const { label, score, phrase } of signals) {
    const known = merged.get(label) ?? { ...noEvidence, label };
    merged.set(label, { ...known, signals: known.signals + score, phrases: [...known.phrases, phrase] });
  }
  return [...merged.values()];
}
