import type { GuardrailEvidence, GuardrailSignal } from '@refrain/domain';
import { describeGuardrailEvidence, describeMechanismEvidence } from './describe-guardrail-evidence.ts';
import { minStatedProbability } from './estimate-episode-mechanisms.ts';
import type { IndexedPattern } from './indexed-pattern.ts';
import { type CompiledGuardrailSignal, matchGuardrailSignal } from './match-guardrail-signal.ts';

/** A reason for or against a guardrail, and the episodes that show it. */
export interface GuardrailReason {
  readonly evidence: GuardrailEvidence;
  readonly strengths: ReadonlyMap<string, number>;
  /** The kind of signal; `mechanisms` for a stated mechanism */
  readonly on: GuardrailSignal['on'];
}

/** Lists the signals that at least one episode shows. */
export function listSignalReasons(
  signals: readonly CompiledGuardrailSignal[],
  pattern: IndexedPattern,
): GuardrailReason[] {
  return signals.flatMap((compiled) => {
    const matches = matchGuardrailSignal(compiled, pattern);
    if (matches.length === 0) return [];
    return [
      {
        evidence: describeGuardrailEvidence(compiled.signal, matches, pattern.episodes.length),
        strengths: new Map(matches.map(({ episodeId, strength }) => [episodeId, strength])),
        on: compiled.signal.on,
      },
    ];
  });
}

/** Lists those of the mechanisms that at least one episode states. */
export function listMechanismReasons(
  mechanismIds: Iterable<string>,
  { episodes }: Pick<IndexedPattern, 'episodes'>,
): GuardrailReason[] {
  return [...mechanismIds].flatMap((id) => {
    const stating = episodes.filter(({ mechanisms }) => (mechanisms.get(id) ?? 0) >= minStatedProbability);
    if (stating.length === 0) return [];
    const strengths = new Map(stating.map((episode) => [episode.id, episode.mechanisms.get(id) ?? 0]));
    const strength = [...strengths.values()].reduce((sum, one) => sum + one, 0) / stating.length;
    return [{ evidence: describeMechanismEvidence(id, stating, strength), strengths, on: 'mechanisms' }];
  });
}

/** Combines the strengths of the reasons in an episode: 1 − Π(1 − strength). */
export function combineStrengths(reasons: readonly GuardrailReason[], episodeId: string): number {
  return 1 - reasons.reduce((product, { strengths }) => product * (1 - (strengths.get(episodeId) ?? 0)), 1);
}

/** Returns the evidence of the reasons, sorted by the number of episodes times the strength, highest first. */
export function sortEvidence(reasons: readonly GuardrailReason[]): GuardrailEvidence[] {
  const worth = ({ episodes, strength }: GuardrailEvidence) => episodes * strength;
  return reasons
    .map(({ evidence }) => evidence)
    .sort((a, b) => worth(b) - worth(a) || (a.statement < b.statement ? -1 : 1));
}
