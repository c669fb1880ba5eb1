import { formatInstant } from './calendar.ts';
import { organisationName, services } from './company.ts';
import type { EpisodePlan } from './episode-plan.ts';
import { episodeShapeParts } from './episode-shapes.ts';
import type { FailureSchedule } from './failure-schedule.ts';
import type { OrdinaryChangesPlan } from './ordinary-changes-plan.ts';
import type { PlannedChange, WrittenChange } from './planned-change.ts';
import type { PlannedChangeWithRevert } from './planned-change-with-revert.ts';
import type { PostMortemPlan } from './post-mortems.ts';
import type { RoutineChangeWithRevert } from './routine-reversals.ts';
import type { ChangeRef, FailureRef, Truth } from './truth.ts';

export interface TruthSources {
  readonly seed: number;
  readonly patterns: FailureSchedule['patterns'];
  readonly episodes: readonly EpisodePlan[];
  readonly everyday: OrdinaryChangesPlan;
  readonly routines: readonly RoutineChangeWithRevert[];
  readonly silent: readonly PlannedChangeWithRevert[];
  readonly postMortems: readonly PostMortemPlan[];
  readonly acts: readonly PlannedChange[];
  readonly placed: ReadonlyMap<string, WrittenChange>;
}

/** Converts the plan into the truth about the organisation, with the providers' ids. */
export function writeTruth(input: TruthSources): Truth {
  const { seed, patterns, episodes, everyday, routines, silent, postMortems, acts, placed } = input;
  const incidentIds = new Map(
    episodes.flatMap(({ incidents }) => incidents.map(({ key, incident }) => [key, incident] as const)),
  );
  const actOf = new Map(acts.map((act) => [act.key, act]));
  const deploymentsOf = new Map<string, string[]>();
  for (const act of acts) {
    if (act.type === 'deploy' && act.of !== null)
      deploymentsOf.set(act.of, [...(deploymentsOf.get(act.of) ?? []), act.key]);
  }
  const find = (key: string): WrittenChange => {
    const found = placed.get(key);
    if (found === undefined) throw new RangeError(`The history has no commit or deployment with the key ${key}`);
    return found;
  };
  const commitId = (key: string, sha: string) => `${organisationName}/${actOf.get(key)?.repository}@${sha}`;
  const change = (key: string): ChangeRef => {
    const { id, kind } = find(key);
    const act = actOf.get(key);
    const commitKey = act?.type === 'deploy' ? (act.of ?? key) : key;
    const commit = find(commitKey);
    const faces = [
      commit.id,
      commitId(commitKey, commit.sha),
      ...(commit.branchSha === null ? [] : [commitId(commitKey, commit.branchSha)]),
      ...(deploymentsOf.get(commitKey) ?? []).map((deployment) => find(deployment).id),
    ];
    return { kind, id, sameAs: [...new Set(faces)].filter((face) => face !== id) };
  };
  const targetsOf = (key: string): readonly string[] => {
    const act = actOf.get(key);
    return act?.type === 'commit' ? (act.reverts?.keys ?? []) : [];
  };
  const stack = (key: string, others: readonly string[]): ChangeRef => {
    const own = change(key);
    return { ...own, sameAs: [...own.sameAs, ...others.map(change).flatMap(({ id, sameAs }) => [id, ...sameAs])] };
  };
  const incident = (key: string): FailureRef => ({ kind: 'incident', id: incidentIds.get(key)?.id ?? '', sameAs: [] });
  const imported = (id: string): FailureRef => ({ kind: 'incident', id, sameAs: [] });
  const deployment = (key: string): FailureRef => ({ kind: 'failed_deployment', id: find(key).id, sameAs: [] });
  const revert = (key: string): FailureRef => {
    const { sha, branchSha } = find(key);
    return {
      kind: 'reverted_change',
      id: commitId(key, branchSha ?? sha),
      sameAs: branchSha === null ? [] : [commitId(key, sha)],
    };
  };

  const patternIds = new Set(patterns.map(({ id }) => id));
  const nameOf = new Map(services.map(({ slug, displayName }) => [slug, displayName]));
  return {
    seed,
    episodes: [
      ...episodes.map(({ order, failed, causedBy, resolvedBy }) => ({
        id: order.id,
        failures: [
          ...failed.deployments.map(deployment),
          ...failed.incidents.map(incident),
          ...[failed.revert ?? [], failed.stacked ?? []].flat().map(revert),
        ],
        patternId: patternIds.has(order.theme.id) ? order.theme.id : null,
        causedByChange: causedBy === null ? null : stack(causedBy, (failed.stacked ?? []).flatMap(targetsOf)),
        endedByChange: resolvedBy === null ? null : stack(resolvedBy, failed.stacked ?? []),
      })),
      ...postMortems.map(({ theme, document }) => ({
        id: document.id,
        failures: [imported(document.id)],
        patternId: theme.id,
        causedByChange: null,
        endedByChange: null,
      })),
    ],
    patterns: patterns.map(({ id, theme, fixedAt }) => ({
      id,
      name: theme.name,
      cause: theme.cause,
      trigger: theme.trigger,
      services: [
        ...new Set(
          [...episodes.map(({ order }) => order), ...postMortems]
            .filter((one) => one.theme === theme)
            .map(({ service }) => nameOf.get(service.slug) ?? service.slug),
        ),
      ].sort(),
      seasonal: theme.season !== undefined && theme.season !== 'night',
      fixedAt: fixedAt === null ? null : formatInstant(fixedAt),
    })),
    failedDeployments: episodes.flatMap(({ order, acts: own, failed, resolvedBy }) =>
      own.flatMap((act): Truth['failedDeployments'] =>
        act.type === 'deploy' && failed.deployments.includes(act.key)
          ? [
              {
                failure: deployment(act.key),
                cause: order.theme.cause,
                deployed: change(act.of ?? act.key),
                resolution: episodeShapeParts[order.shape].ending ?? 'fix',
                resolvedBy: resolvedBy === null ? null : change(resolvedBy),
                jobLog: act.job?.truth ?? null,
              },
            ]
          : [],
      ),
    ),
    coincidences: everyday.coincidences.map((pair) => ({
      incident: incident(pair.incident),
      change: change(pair.change),
    })),
    oneOffs: episodes
      .filter(({ order }) => !patternIds.has(order.theme.id))
      .map(({ order }) => ({ episodeId: order.id, cause: order.theme.cause, trigger: order.theme.trigger })),
    plannedReverts: [
      ...everyday.plannedReverts,
      ...routines.map((one) => ({ kind: one.kind, revert: one.revert.key, reverted: one.change.key })),
    ].map(({ kind, revert: key, reverted }) => ({ kind, revert: change(key), reverted: change(reverted) })),
    unclearReverts: silent.map((one) => ({ revert: change(one.revert.key), reverted: change(one.change.key) })),
    postMortems: postMortems.map(({ document, precision, startedAt, endedAt }) => ({
      failure: imported(document.id),
      precision,
      startedAt,
      endedAt,
    })),
    reapplied: everyday.reapplied.map(({ reapply, revert: key }) => ({
      reapply: change(reapply),
      revert: change(key),
    })),
  };
}
