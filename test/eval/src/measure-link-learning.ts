import { linkFailures } from '@refrain/analysis';
import type { Correction, CorrectionDecision, Failure } from '@refrain/domain';
import { createRandom } from '@refrain/sample-org';
import { type KnownOrganisation, observeVariant, variants } from './link/organisation-variant.ts';
import { addTallies, scoreTally, tallyAnswers } from './link/tally-answers.ts';
import { readOptions } from './read-options.ts';
import { findTrueEpisodes } from './score-patterns.ts';

const usage = `Usage: node test/eval/dist/measure-link-learning.js [--seed N]…

How well incidents are linked to changes by the number of incidents of which a person said what set them off, one line of
JSON. Scored are only incidents of which none says anything. Of organisations as they are, of incidents without a text, and
of services called by code names.
`;

const { values } = readOptions(usage, { seed: { type: 'string', multiple: true, default: ['211', '212', '213'] } });
const counts = [0, 20, 60, 120];
const most = Math.max(...counts);
const firstDecision = Date.UTC(2030, 0, 1);

const curves = variants
  .filter((variant) => variant !== 'busy')
  .map((variant) => {
    const organisations = values.seed.map((text) => {
      const seed = Number(text);
      if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
      return { seed, organisation: observeVariant(seed, variant) };
    });
    const curve = counts.map((count) => {
      const tallies = organisations.map(({ seed, organisation }) => tallyUnsaid(organisation, seed, count));
      return { decisions: count, ...scoreTally(addTallies(tallies)) };
    });
    return [variant, curve] as const;
  });
process.stdout.write(`${JSON.stringify({ seeds: values.seed.map(Number), ...Object.fromEntries(curves) })}\n`);

/** The answers on incidents of which nobody says anything, however many of the others are decided. */
function tallyUnsaid(organisation: KnownOrganisation, seed: number, count: number) {
  const episodes = findTrueEpisodes(organisation.truth);
  const drawn = createRandom(`decisions ${seed}`).shuffle(
    organisation.failures.filter(({ kind, id }) => kind === 'incident' && episodes.has(id)),
  );
  const corrections = drawn.slice(0, count).map((incident, at): Correction => {
    const decidedAt = new Date(firstDecision + at * 60_000).toISOString();
    return { id: `${at}`, decision: decide(incident, organisation), decidedAt };
  });
  const unsaid = new Set(drawn.slice(most).map(({ id }) => id));
  const { answers } = linkFailures({ ...organisation, corrections });
  return tallyAnswers(
    answers.filter(({ failureId }) => unsaid.has(failureId)),
    organisation,
  );
}

/** What a person would say who knew the truth. */
function decide({ id: failureId }: Failure, { changes, truth }: KnownOrganisation): CorrectionDecision {
  const cause = findTrueEpisodes(truth).get(failureId)?.causedByChange ?? null;
  const names = new Set(cause === null ? [] : [cause.id, ...cause.sameAs]);
  const change = changes.find(({ externalId }) => names.has(externalId));
  return change === undefined
    ? { kind: 'not_change_related', failureId }
    : { kind: 'link', type: 'caused_by', failureId, targetId: change.id, right: true };
}
