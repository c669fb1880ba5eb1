import type { Correction, CorrectionDecision } from '@refrain/domain';
import { createRandomStream, type RandomStream } from '@refrain/sample-org';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { listCorrectedFailures } from '../patterns/correct-in-rounds.ts';
import { createReclusterer } from '../patterns/create-reclusterer.ts';
import type { PatternWithMembers } from '../patterns/find-mistakes.ts';
import { scoreClusters } from '../patterns/score-clusters.ts';
import type { LabelledPair, LearningOptions, LearningStep } from './correct-step-by-step.ts';
import type { LabelledOrganisation } from './read-labelled-organisations.ts';

/**
 * Corrects pairs of incidents that are wrongly in different patterns, or in the same one, and lists the patterns of the
 * incidents that no correction names after each number of corrections. The label of an incident is the name of its group or
 * pattern, and empty without one.
 */
export function learnGroupsOfOrganisation(
  { name, failures, incidentLabels }: LabelledOrganisation,
  { counts, seeds }: LearningOptions,
): LearningStep[] {
  const recluster = createReclusterer(linkParsedFailures({ failures, changes: [] }));
  const before = mapToPatterns(recluster([], []));
  const groups = new Map([...incidentLabels].map(([id, { group }]) => [id, group]));
  return seeds.flatMap((seed) => {
    const all = listPairCorrections(groups, before, createRandomStream(`groups of ${name} ${seed}`));
    return counts
      .filter((count) => count <= all.length)
      .map((corrections) => {
        const given = all.slice(0, corrections);
        const after = mapToPatterns(recluster(given, []));
        const named = listCorrectedFailures(given);
        const toLabel = (part: string | null | undefined) => (part == null ? '' : `${name} ${part}`);
        const scored = [...incidentLabels].filter(([id, { strength }]) => !named.has(id) && strength !== 'loose');
        return {
          seed,
          corrections,
          predictions: scored.map(([id, { group }]) => ({
            truth: toLabel(group),
            after: toLabel(after.get(id)),
            before: toLabel(before.get(id)),
          })),
        };
      });
  });
}

/** Lists a correction for each pair of incidents that a person would notice, in random order. Names each incident once. */
function listPairCorrections(
  groups: ReadonlyMap<string, string | null>,
  patterns: ReadonlyMap<string, string>,
  random: RandomStream,
): Correction[] {
  const named = new Set<string>();
  const decisions: CorrectionDecision[] = [];
  for (const id of random.shuffle([...groups.keys()])) {
    if (named.has(id)) continue;
    const others = [...groups.keys()].filter((other) => other !== id && !named.has(other));
    const isSameGroup = (other: string) => groups.get(id) !== null && groups.get(other) === groups.get(id);
    const isSamePattern = (other: string) => patterns.has(id) && patterns.get(other) === patterns.get(id);
    const missed = others.filter((other) => isSameGroup(other) && !isSamePattern(other));
    const wrong = others.filter((other) => isSamePattern(other) && !isSameGroup(other));
    if (missed.length + wrong.length === 0) continue;
    const other = random.pick(missed.length > 0 ? missed : wrong);
    decisions.push({ kind: missed.length > 0 ? 'must_link' : 'cannot_link', failureIds: [id, other] });
    named.add(id).add(other);
  }
  return decisions.map((decision, at) => ({ id: `${at}`, decision, decidedAt: '2030-01-01T00:00:00.000Z' }));
}

function mapToPatterns(patterns: readonly PatternWithMembers[]): ReadonlyMap<string, string> {
  return new Map(patterns.flatMap(({ id, members }) => members.map(({ failureId }) => [failureId, id] as const)));
}

/** Scores groups among the incidents that no correction names. */
export function scoreGroupLabels(pairs: readonly LabelledPair<string>[]) {
  const { bCubed, pairwise } = scoreClusters(
    pairs.map(({ truth, predicted }, at) => ({ id: `${at}`, group: truth || null, pattern: predicted || null })),
  );
  return { bCubedF1: bCubed.f1, pairwiseF1: pairwise.f1 };
}
