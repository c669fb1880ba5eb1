import type { Guardrail, GuardrailEvidence } from '@refrain/domain';
import { sayEvidence } from './describe-evidence.ts';
import { type KindMatch, type KindWeights, matchKind } from './match-kind.ts';
import { type CompiledSign, matchSign } from './match-signal.ts';
import type { PatternFacts } from './pattern-facts.ts';
import { compilePhrase } from './phrase.ts';

/** A guardrail with its phrases compiled, once for all patterns. */
export interface CompiledGuardrail {
  readonly guardrail: Guardrail;
  readonly speaksFor: readonly CompiledSign[];
  readonly speaksAgainst: readonly CompiledSign[];
}

export interface Fit extends KindMatch {
  readonly guardrail: Guardrail;
  /** Mean over the episodes of what the signs amount to, in [0, 1]. */
  readonly signs: number;
  /** Mean over the episodes of the chance that the guardrail applies, in [0, 1]. */
  readonly fit: number;
  readonly why: readonly GuardrailEvidence[];
  readonly against: readonly GuardrailEvidence[];
}

/** Where the assessed kind is none that a guardrail answers, its signs still count for this much: assessments err. */
const signsAlone = 0.5;

export function compileGuardrail(guardrail: Guardrail): CompiledGuardrail {
  const compile = (signs: Guardrail['speaksFor']) =>
    signs.map((sign) => ({ sign, phrases: sign.on === 'words' ? sign.phrases.map(compilePhrase) : [] }));
  return { guardrail, speaksFor: compile(guardrail.speaksFor), speaksAgainst: compile(guardrail.speaksAgainst) };
}

/**
 * How surely a guardrail applies to what recurs. In an episode the signs amount to s = 1 − Π(1 − strength). With the chance m
 * that the kind is one that it answers, and its breadth b, it applies to the episode with
 *
 *     (m·(b + (1 − b)·s) + (1 − m)·s/2) · Π(1 − strength of what speaks against it)
 *
 * and to the pattern with the mean over its episodes.
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
    const signs = 1 - (forIt.left.get(id) ?? 1);
    const applies = match * (breadth + (1 - breadth) * signs) + (1 - match) * signsAlone * signs;
    return { signs, fit: applies * (againstIt.left.get(id) ?? 1) };
  });
  const meanOver = (read: (one: { signs: number; fit: number }) => number) =>
    fits.length === 0 ? 0 : fits.reduce((sum, one) => sum + read(one), 0) / fits.length;
  return {
    guardrail,
    match,
    share,
    why: forIt.evidence,
    against: againstIt.evidence,
    signs: meanOver(({ signs }) => signs),
    fit: meanOver(({ fit }) => fit),
  };
}

/** Evidence, what is seen in most episodes first; and for each episode the product of 1 less each strength. */
function gather(
  signs: readonly CompiledSign[],
  facts: PatternFacts,
): { readonly evidence: readonly GuardrailEvidence[]; readonly left: ReadonlyMap<string, number> } {
  const left = new Map<string, number>();
  const evidence: GuardrailEvidence[] = [];
  for (const compiled of signs) {
    const matches = matchSign(compiled, facts);
    if (matches.length === 0) continue;
    for (const { episodeId, strength } of matches) left.set(episodeId, (left.get(episodeId) ?? 1) * (1 - strength));
    evidence.push(sayEvidence(compiled.sign, matches, facts.episodes.length));
  }
  const worth = ({ episodes, strength }: GuardrailEvidence) => episodes * strength;
  return { evidence: evidence.sort((a, b) => worth(b) - worth(a) || (a.says < b.says ? -1 : 1)), left };
}
