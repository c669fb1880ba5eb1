import type { Episode, Link, LinkType } from '@refrain/domain';
import { type ChangeRef, type FailureRef, listTrueReverts, type TrueRevert, type Truth } from '@refrain/sample-org';
import { roundAllNumbers } from '../figures/round.ts';
import { formatFailureId, type ParsedRecords } from '../organisations/parse-organisation.ts';
import { type PrecisionRecall, scoreClusters } from '../patterns/score-clusters.ts';

export interface LinkScore {
  readonly failures: number;
  readonly episodes: PrecisionRecall;
  /**
   * Precision and recall over all pairs of failures that share a found or true episode. A wrong link counts once for each pair that it
   * joins.
   */
  readonly pairs: PrecisionRecall;
  /** Precision over individual links between failures. */
  readonly sameEpisode: { readonly precision: number; readonly right: number; readonly given: number };
  readonly causedBy: Rate;
  readonly resolvedBy: Rate;
  /** Changes that are near an incident only by coincidence, and how many of them were wrongly linked. */
  readonly coincidences: { readonly linked: number; readonly of: number };
  readonly isFailure: {
    readonly real: { readonly yes: number; readonly no: number; readonly missed: number };
    readonly planned: { readonly yes: number; readonly no: number; readonly missed: number };
    readonly unclear: { readonly yes: number; readonly no: number; readonly missed: number };
    /** Number of commits that are wrongly called reverts. */
    readonly outsiders: number;
  };
}

export interface Rate extends PrecisionRecall {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
}

/** Scores links and episodes against the truth. `causedBy` and `resolvedBy` count incidents only. */
export function scoreLinks(
  { failures, changes }: ParsedRecords,
  { links, episodes }: { readonly links: readonly Link[]; readonly episodes: readonly Episode[] },
  truth: Truth,
): LinkScore {
  const trueEpisode = new Map(
    truth.episodes.flatMap((episode) =>
      episode.failures.flatMap((failure) => namesOf(failure).map((id) => [formatFailureId(failure.kind, id), episode])),
    ),
  );
  const found = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((member) => [member, id])));
  const known = failures.filter(({ id }) => trueEpisode.has(id));
  const clusters = scoreClusters(
    known.map(({ id }) => ({ id, pattern: found.get(id) ?? null, group: trueEpisode.get(id)?.id ?? null })),
  );
  const nameOf = new Map(changes.map((change) => [change.id, change.externalId]));
  const incidents = known.filter(({ kind }) => kind === 'incident');

  const rate = (type: LinkType, wantedOf: (id: string) => ChangeRef | null): Rate => {
    const given = incidents.flatMap(({ id }) =>
      links
        .filter((link) => link.type === type && link.failureId === id)
        .map((link) => ({ wanted: wantedOf(id), target: nameOf.get(link.targetId) ?? '' })),
    );
    const right = given.filter(({ wanted, target }) => wanted !== null && namesOf(wanted).includes(target)).length;
    const wanted = incidents.filter(({ id }) => wantedOf(id) !== null).length;
    return { right, given: given.length, wanted, ...combine(right, given.length, wanted) };
  };
  const targetOf = (failure: string): string | undefined =>
    nameOf.get(links.find((link) => link.type === 'caused_by' && link.failureId === failure)?.targetId ?? '');

  return {
    failures: failures.length,
    episodes: roundAllNumbers(clusters.bCubed),
    pairs: roundAllNumbers(clusters.pairwise),
    sameEpisode: scoreSameEpisode(links, trueEpisode),
    causedBy: rate('caused_by', (id) => trueEpisode.get(id)?.causedByChange ?? null),
    resolvedBy: rate('resolved_by', (id) => trueEpisode.get(id)?.endedByChange ?? null),
    coincidences: {
      linked: truth.coincidences.filter(({ incident, change }) =>
        namesOf(change).includes(targetOf(formatFailureId('incident', incident.id)) ?? ''),
      ).length,
      of: truth.coincidences.length,
    },
    isFailure: scoreJudgement(failures, truth),
  };
}

function scoreSameEpisode(
  links: readonly Link[],
  trueEpisode: ReadonlyMap<string, { readonly id: string }>,
): LinkScore['sameEpisode'] {
  const given = links
    .filter(({ type }) => type === 'same_episode')
    .map(({ failureId: a, targetId: b }) => [trueEpisode.get(a), trueEpisode.get(b)]);
  const right = given.filter(([a, b]) => a !== undefined && a === b).length;
  return { precision: combine(right, given.length, given.length).precision, right, given: given.length };
}

function scoreJudgement(failures: ParsedRecords['failures'], truth: Truth): LinkScore['isFailure'] {
  const reverts = new Map(
    failures.filter(({ kind }) => kind === 'reverted_change').map((failure) => [failure.externalId, failure]),
  );
  const listed = listTrueReverts(truth);
  const trueReverts = new Set(listed.flatMap(({ revert }) => namesOf(revert)));
  const count = (wanted: TrueRevert['verdict']) => {
    const judged = listed
      .filter(({ verdict }) => verdict === wanted)
      .map(({ revert }) => namesOf(revert).flatMap((id) => reverts.get(id) ?? [])[0]?.isFailure);
    return {
      yes: judged.filter((isFailure) => isFailure === true).length,
      no: judged.filter((isFailure) => isFailure === false).length,
      missed: judged.filter((isFailure) => isFailure === undefined).length,
    };
  };
  return {
    real: count('failure'),
    planned: count('planned'),
    unclear: count('unclear'),
    outsiders: [...reverts.keys()].filter((id) => !trueReverts.has(id)).length,
  };
}

function namesOf({ id, sameAs }: ChangeRef | FailureRef): string[] {
  return [id, ...sameAs];
}

function combine(right: number, given: number, wanted: number): PrecisionRecall {
  const precision = given === 0 ? 0 : right / given;
  const recall = wanted === 0 ? 0 : right / wanted;
  return roundAllNumbers({ precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) });
}
