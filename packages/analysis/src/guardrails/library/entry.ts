import type { Cause, FailureKind, Guardrail, GuardrailSignal, ResolutionKind, Season, Trigger } from '@refrain/domain';

/** A kind of failure that a guardrail does not prevent. Members that state the mechanism or a phrase speak against it. */
interface GuardrailExclusion {
  readonly statement: string;
  readonly mechanisms?: string[];
  readonly phrases?: string[];
}

/** A guardrail as written in the library files: the fields of `proof` are not nested in an object. */
export interface GuardrailLibraryEntry
  extends Omit<Guardrail, 'speaksAgainst' | 'proof' | 'doesNotCatch'>,
    Partial<Pick<Guardrail, 'speaksAgainst'>>,
    Readonly<Guardrail['proof']> {
  /** Phrases by which reports call the guardrail, to find reports that say that it exists already or did not help */
  readonly knownAs: string[];
  readonly doesNotCatch: readonly (string | GuardrailExclusion)[];
}

/** Turns an entry into a guardrail, whose fields are in the order in which the API shows them. */
export function toGuardrail({
  knownAs,
  speaksAgainst = [],
  steps,
  check,
  figure,
  effort,
  doesNotCatch,
  sources,
  ...start
}: GuardrailLibraryEntry): Guardrail {
  return {
    ...start,
    speaksAgainst: [
      ...speaksAgainst,
      ...doesNotCatch.flatMap(listExclusionSignals),
      { on: 'in_place', measures: knownAs, strength: strengths.clear },
    ],
    steps,
    proof: { check, figure },
    effort,
    doesNotCatch: doesNotCatch.map((limit) => (typeof limit === 'string' ? limit : limit.statement)),
    sources,
  };
}

function listExclusionSignals(limit: string | GuardrailExclusion): GuardrailSignal[] {
  if (typeof limit === 'string') return [];
  const { mechanisms = [], phrases = [] } = limit;
  return [
    ...(mechanisms.length === 0 ? [] : [{ on: 'mechanisms' as const, mechanisms, strength: strengths.clear }]),
    ...(phrases.length === 0 ? [] : [createWordSignal(strengths.usual)(...phrases)]),
  ];
}

/** States that a guardrail prevents a share of `low` to `high` of the failures that have one of these mechanisms. */
export function preventsMechanisms(mechanisms: string[], low: number, high: number): Guardrail['prevents'][number] {
  return { mechanisms, share: { low, high } };
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
  noLinkedChange: { on: 'change', isLinked: false, strength: strengths.hint },
  severalServices: { on: 'several_services', strength: strengths.hint },
} as const;
