import type { Guardrail, GuardrailEvidence } from '@refrain/domain';
import { compilePhrase } from '../text/phrases/compiled-phrase.ts';
import { describeGuardrailEvidence } from './describe-guardrail-evidence.ts';
import type { IndexedPattern } from './indexed-pattern.ts';
import {
  type CauseTriggerMatch,
  type CauseTriggerProbabilities,
  matchCauseAndTrigger,
} from './match-cause-and-trigger.ts';
import { type CompiledGuardrailSignal, matchGuardrailSignal } from './match-guardrail-signal.ts';

export type CompiledGuardrail = ReturnType<typeof compileGuardrail>;

export interface GuardrailFit extends CauseTriggerMatch {
  readonly guardrail: Guardrail;
  /** Combined strength of the signals that speak for the guardrail, as the mean over all episodes, in [0, 1] */
  readonly signals: number;
  /** Probability that the guardrail applies, as the mean over all episodes, in [0, 1] */
  readonly fit: number;
  readonly why: readonly GuardrailEvidence[];
  readonly against: readonly GuardrailEvidence[];
}

/** Weight of signals if the guardrail does not address cause and trigger; above 0, as these may be assessed wrongly. */
const signalsAlone = 0.5;

export function compileGuardrail(guardrail: Guardrail) {
  const compile = (signals: Guardrail['speaksFor']): CompiledGuardrailSignal[] =>
    signals.map((signal) => ({ signal, phrases: signal.on === 'words' ? signal.phrases.map(compilePhrase) : [] }));
  return { guardrail, speaksFor: compile(guardrail.speaksFor), speaksAgainst: compile(guardrail.speaksAgainst) };
}

/**
 * Computes the probability that a guardrail applies, as the mean over all episodes of (m·(b + (1 − b)·s) + (1 − m)·s/2)
 * · Π(1 − strength of opposing signals). Here m is the probability that the guardrail addresses cause and trigger, b its
 * breadth (`Guardrail.breadth`), and s = 1 − Π(1 − strength) over the signals that speak for it.
 */
export function estimateGuardrailFit(
  { guardrail, speaksFor, speaksAgainst }: CompiledGuardrail,
  kinds: CauseTriggerProbabilities,
  facts: IndexedPattern,
): GuardrailFit {
  const { match, share } = matchCauseAndTrigger(guardrail, kinds);
  const forIt = gatherEvidence(speaksFor, facts);
  const againstIt = gatherEvidence(speaksAgainst, facts);
  const { breadth } = guardrail;
  const fits = facts.episodes.map(({ id }) => {
    const signals = 1 - (forIt.remainder.get(id) ?? 1);
    const applies = match * (breadth + (1 - breadth) * signals) + (1 - match) * signalsAlone * signals;
    return { signals, fit: applies * (againstIt.remainder.get(id) ?? 1) };
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

/** Returns the evidence, strongest first, and for each episode the product of (1 − strength) over its signals. */
function gatherEvidence(
  signals: readonly CompiledGuardrailSignal[],
  facts: IndexedPattern,
): { readonly evidence: readonly GuardrailEvidence[]; readonly remainder: ReadonlyMap<string, number> } {
  const remainder = new Map<string, number>();
  const evidence: GuardrailEvidence[] = [];
  for (const compiled of signals) {
    const matches = matchGuardrailSignal(compiled, facts);
    if (matches.length === 0) continue;
    for (const { episodeId, strength } of matches)
      remainder.set(episodeId, (remainder.get(episodeId) ?? 1) * (1 - strength));
    evidence.push(describeGuardrailEvidence(compiled.signal, matches, facts.episodes.length));
  }
  const worth = ({ episodes, strength }: GuardrailEvidence) => episodes * strength;
  return { evidence: evidence.sort((a, b) => worth(b) - worth(a) || (a.statement < b.statement ? -1 : 1)), remainder };
}
