import type { Cause, FailureKind, Guardrail, GuardrailSignal, ResolutionKind, Season, Trigger } from '@refrain/domain';

/** A guardrail as written in the library files: the fields of `proof` are not nested in an object. */
export type GuardrailLibraryEntry = Omit<Guardrail, 'speaksAgainst' | 'proof'> &
  Partial<Pick<Guardrail, 'speaksAgainst'>> &
  Guardrail['proof'];

/** Turns an entry into a guardrail, whose fields are in the order in which the API shows them. */
export function toGuardrail({
  speaksAgainst = [],
  steps,
  check,
  figure,
  effort,
  doesNotCatch,
  sources,
  ...start
}: GuardrailLibraryEntry): Guardrail {
  return { ...start, speaksAgainst, steps, proof: { check, figure }, effort, doesNotCatch, sources };
}

/** States that a guardrail prevents a share of `low` to `high` of the failures that have these causes and triggers. */
export function preventsShareOfFailures(
  causes: Exclude<Cause, 'unknown'>[],
  triggers: Exclude<Trigger, 'unknown'>[],
  low: number,
  high: number,
): Guardrail['answers'][number] {
  return { causes, triggers, share: { low, high } };
}

const createEffort =
  (size: Guardrail['effort']['size']) =>
  (low: number, high: number): Guardrail['effort'] => ({ size, days: { low, high } });

/** Creates an effort between `low` and `high` person-days. */
export const guardrailEffort = { small: createEffort('S'), medium: createEffort('M'), large: createEffort('L') };

/** Probability that a guardrail applies to an episode if only one signal suggests the guardrail */
const strengths = { clear: 0.6, usual: 0.35, hint: 0.15 } as const;

const createWordSignal =
  (strength: number) =>
  (...phrases: string[]): GuardrailSignal => ({ on: 'words', phrases, strength });

export const guardrailSignal = {
  strongWords: createWordSignal(strengths.clear),
  mediumWords: createWordSignal(strengths.usual),
  weakWords: createWordSignal(strengths.hint),
  errorNames: (...names: string[]): GuardrailSignal => ({ on: 'signature', names, strength: strengths.clear }),
  paths: (...parts: string[]): GuardrailSignal => ({ on: 'paths', parts, strength: strengths.usual }),
  failureKind: (kind: FailureKind): GuardrailSignal => ({ on: 'kind', kind, strength: strengths.hint }),
  resolution: (resolution: ResolutionKind): GuardrailSignal => ({
    on: 'resolution',
    resolution,
    strength: strengths.hint,
  }),
  season: (season: Season): GuardrailSignal => ({ on: 'season', season, strength: strengths.usual }),
  linkedChange: { on: 'change', isLinked: true, strength: strengths.hint },
  /** The lack of a linked change speaks against guardrails that act on releases, although a link may be missing. */
  noLinkedChange: { on: 'change', isLinked: false, strength: strengths.usual },
  severalServices: { on: 'several_services', strength: strengths.hint },
} as const;
