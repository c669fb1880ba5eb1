import type { Cause, FailureKind, Guardrail, GuardrailSignal, ResolutionKind, Season, Trigger } from '@refrain/domain';

/** Probability that a guardrail applies to an episode if only one signal suggests the guardrail */
const strengths = { clear: 0.6, usual: 0.35, hint: 0.15 } as const;

export function strongWordSignal(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.clear };
}

export function mediumWordSignal(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.usual };
}

export function weakWordSignal(...phrases: string[]): GuardrailSignal {
  return { on: 'words', phrases, strength: strengths.hint };
}

export function errorNameSignal(...names: string[]): GuardrailSignal {
  return { on: 'signature', names, strength: strengths.clear };
}

export function pathSignal(...parts: string[]): GuardrailSignal {
  return { on: 'paths', parts, strength: strengths.usual };
}

export function failureKindSignal(kind: FailureKind): GuardrailSignal {
  return { on: 'kind', kind, strength: strengths.hint };
}

export function resolutionSignal(resolution: ResolutionKind): GuardrailSignal {
  return { on: 'resolution', resolution, strength: strengths.hint };
}

export function seasonSignal(season: Season): GuardrailSignal {
  return { on: 'season', season, strength: strengths.usual };
}

export const linkedChangeSignal: GuardrailSignal = { on: 'change', isLinked: true, strength: strengths.hint };
/** The lack of a change speaks against guardrails that act when a change goes live, but a link may just be missing. */
export const noLinkedChangeSignal: GuardrailSignal = { on: 'change', isLinked: false, strength: strengths.usual };
export const severalServicesSignal: GuardrailSignal = { on: 'several_services', strength: strengths.hint };

type Answer = Guardrail['answers'][number];

/** States that a guardrail prevents a share of `low` to `high` of the failures that have these causes and triggers. */
export function createGuardrailAnswer(
  causes: Exclude<Cause, 'unknown'>[],
  triggers: Exclude<Trigger, 'unknown'>[],
  low: number,
  high: number,
): Answer {
  return { causes, triggers, share: { low, high } };
}

/** Creates a small effort, which takes from `low` to `high` person-days. */
export function smallEffort(low: number, high: number): Guardrail['effort'] {
  return { size: 'S', days: { low, high } };
}

export function mediumEffort(low: number, high: number): Guardrail['effort'] {
  return { size: 'M', days: { low, high } };
}

export function largeEffort(low: number, high: number): Guardrail['effort'] {
  return { size: 'L', days: { low, high } };
}
