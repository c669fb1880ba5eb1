import { linkFailures } from '@refrain/analysis/evaluation';
import type { Correction, CorrectionDecision, Failure } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { findTrueEpisodes } from '../patterns/score-patterns.ts';
import { type OrganisationWithTruth, organisationVariants, parseOrganisationVariant } from './organisation-variant.ts';
import { scoreAttributionTally, sumAttributionTallies, tallyAttributions } from './tally-attributions.ts';

const counts = [0, 20, 60, 120];
const most = Math.max(...counts);
const firstDecision = Date.UTC(2030, 0, 1);

/** Scores the links after different numbers of corrections, only for incidents that no correction mentions. */
export function measureLinkLearning({ seed: seeds }: SeedOptions) {
  const curves = organisationVariants
    .filter((variant) => variant !== 'busy')
    .map((variant) => {
      const organisations = seeds.map((seed) => ({ seed, organisation: parseOrganisationVariant(seed, variant) }));
      const curve = counts.map((count) => {
        const tallies = organisations.map(({ seed, organisation }) => tallyUncorrected(organisation, seed, count));
        return { decisions: count, ...scoreAttributionTally(sumAttributionTallies(tallies)) };
      });
      return [variant, curve] as const;
    });
  return { seeds, ...Object.fromEntries(curves) };
}

/** Tallies the assessed causes of incidents that no correction mentions. The same incidents are tallied for every number of corrections. */
function tallyUncorrected(organisation: OrganisationWithTruth, seed: number, count: number) {
  const episodes = findTrueEpisodes(organisation.truth);
  const drawn = createRandomStream(`decisions ${seed}`).shuffle(
    organisation.failures.filter(({ kind, id }) => kind === 'incident' && episodes.has(id)),
  );
  const corrections = drawn.slice(0, count).map((incident, at): Correction => {
    const decidedAt = new Date(firstDecision + at * 60_000).toISOString();
    return { id: `${at}`, decision: decide(incident, organisation), decidedAt };
  });
  const uncorrected = new Set(drawn.slice(most).map(({ id }) => id));
  const { changeAssessments: answers } = linkFailures({ ...organisation, corrections });
  return tallyAttributions(
    answers.filter(({ failureId }) => uncorrected.has(failureId)),
    organisation,
  );
}

function decide({ id: failureId }: Failure, { changes, truth }: OrganisationWithTruth): CorrectionDecision {
  const cause = findTrueEpisodes(truth).get(failureId)?.causedByChange ?? null;
  const names = new Set(cause === null ? [] : [cause.id, ...cause.sameAs]);
  const change = changes.find(({ externalId }) => names.has(externalId));
  return change === undefined
    ? { kind: 'not_change_related', failureId }
    : { kind: 'link', type: 'caused_by', failureId, targetId: change.id, right: true };
}
