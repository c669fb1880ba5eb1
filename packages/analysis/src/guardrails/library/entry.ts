import type { Cause, FailureKind, Guardrail, GuardrailSignal, ResolutionKind, Season, Trigger } from '@refrain/domain';

/** The probability contributed by an episode with the signal: specific, common, or weak evidence that needs support. */
const strengths = { clear: 0.6, usual: 0.35, hint: 0.15 } as const;

export function saysClearly(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.clear };
}

export function says(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.usual };
}

export function hints(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.hint };
}

export function shows(...names: string[]): GuardrailSignal {
  return { on: 'signature', names, strength: strengths.clear };
}

export function touches(...parts: string[]): GuardrailSignal {
  return { on: 'paths', parts, strength: strengths.usual };
}

export function isKind(kind: FailureKind): GuardrailSignal {
  return { on: 'kind', kind, strength: strengths.hint };
}

export function resolvedBy(resolution: ResolutionKind): GuardrailSignal {
  return { on: 'resolution', resolution, strength: strengths.hint };
}

export function comesAt(season: Season): GuardrailSignal {
  return { on: 'season', season, strength: strengths.usual };
}

export const afterChange: GuardrailSignal = { on: 'change', isLinked: true, strength: strengths.hint };
/** Counts against guardrails that act when a change goes live. It is not decisive, because links can be missed. */
export const withoutChange: GuardrailSignal = { on: 'change', isLinked: false, strength: strengths.usual };
export const severalServices: GuardrailSignal = { on: 'several_services', strength: strengths.hint };

type Answer = Guardrail['answers'][number];

/**
 * Describes kinds of failures that a guardrail answers. `low` and `high` bound the share that it would plausibly
 * prevent.
 */
export function answers(
  causes: Exclude<Cause, 'unknown'>[],
  triggers: Exclude<Trigger, 'unknown'>[],
  low: number,
  high: number,
): Answer {
  return { causes, triggers, share: { low, high } };
}

/** Describes an effort in person-days. */
export function small(low: number, high: number): Guardrail['effort'] {
  return { size: 'S', days: { low, high } };
}

export function medium(low: number, high: number): Guardrail['effort'] {
  return { size: 'M', days: { low, high } };
}

export function large(low: number, high: number): Guardrail['effort'] {
  return { size: 'L', days: { low, high } };
}
