import type { Guardrail, GuardrailEvidence } from '@refrain/domain';
import { describeEvidence } from './describe-evidence.ts';
import { type KindMatch, type KindWeights, matchKind } from './match-kind.ts';
import { type CompiledSignal, matchSignal } from './match-signal.ts';
import type { PatternFacts } from './pattern-facts.ts';
import { compilePhrase } from './phrase.ts';

/** A guardrail with its phrases compiled, once for all patterns. */
export interface CompiledGuardrail {
  readonly guardrail: Guardrail;
  readonly speaksFor: readonly CompiledSignal[];
  readonly speaksAgainst: readonly CompiledSignal[];
}

export interface Fit extends KindMatch {
  readonly guardrail: Guardrail;
  /** The mean strength of the signals over the episodes, in [0, 1]. */
  readonly signals: number;
  /** The mean probability over the episodes that the guardrail applies, in [0, 1]. */
  readonly fit: number;
  readonly why: readonly GuardrailEvidence[];
  readonly against: readonly GuardrailEvidence[];
}

/** The weight of signals if the guardrail does not answer the assessed kind, because assessments can be wrong. */
const signalsAlone = 0.5;

export function compileGuardrail(guardrail: Guardrail): CompiledGuardrail {
  const compile = (signals: Guardrail['speaksFor']) =>
    signals.map((signal) => ({ signal, phrases: signal.on === 'words' ? signal.phrases.map(compilePhrase) : [] }));
  return { guardrail, speaksFor: compile(guardrail.speaksFor), speaksAgainst: compile(guardrail.speaksAgainst) };
}

/**
 * Computes how likely a guardrail applies. In an episode the signals amount to s = 1 − Π(1 − strength). With the
 * probability m that the guardrail answers the kind, and its breadth b, it applies to the episode with (m·(b + (1 −
 * b)·s) + (1 − m)·s/2) · Π(1 − strength of opposing signals), and to the pattern with the mean over its episodes.
 */
export function weighFit(
  { guardrail, speaksFor, speaksAgainst }: CompiledGuardrail,
  kinds: KindWeights,
  facts: PatternFacts,
): Fit {
  const { match, share } = matchKind(guardrail, kinds);
  const forIt = gather(speaksFor, facts);
  const againstIt = gather(speaksAgainst, facts);
  const { breadth } = guardrail;
  const fits = facts.episodes.map(({ id }) => {
    const signals = 1 - (forIt.left.get(id) ?? 1);
    const applies = match * (breadth + (1 - breadth) * signals) + (1 - match) * signalsAlone * signals;
    return { signals, fit: applies * (againstIt.left.get(id) ?? 1) };
  });
  const meanOver = (read: (one: { signals: number; fit: number }) => number) =>
    fits.length === 0 ? 0 : fits.reduce((sum, one) => sum + read(one), 0) / fits.length;
  return {
    guardrail,
    match,
    share,
    why: forIt.evidence,
    against: againstIt.evidence,
    signals: meanOver(({ signals }) => signals),
    fit: meanOver(({ fit }) => fit),
  };
}

/** Returns the evidence, most frequent first, and for each episode the product of (1 − strength). */
function gather(
  signals: readonly CompiledSignal[],
  facts: PatternFacts,
): { readonly evidence: readonly GuardrailEvidence[]; readonly left: ReadonlyMap<string, number> } {
  const remainder = new Map<string, number>();
  const evidence: GuardrailEvidence[] = [];
  for (const compiled of signals) {
    const matches = matchSignal(compiled, facts);
    if (matches.length === 0) continue;
    for (const { episodeId, strength } of matches)
      remainder.set(episodeId, (remainder.get(episodeId) ?? 1) * (1 - strength));
    evidence.push(describeEvidence(compiled.signal, matches, facts.episodes.length));
  }
  const worth = ({ episodes, strength }: GuardrailEvidence) => episodes * strength;
  return { evidence: evidence.sort((a, b) => worth(b) - worth(a) || (a.says < b.says ? -1 : 1)), left: remainder };
}
