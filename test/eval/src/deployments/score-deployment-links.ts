import { collectPatternMembers } from '@refrain/analysis/evaluation';
import type { Link, ResolutionKind } from '@refrain/domain';
import type { ChangeRef, TrueFailedDeployment, Truth } from '@refrain/sample-org';
import { share } from '../figures/round.ts';
import { formatFailureId, type ParsedRecords } from '../organisations/parse-organisation.ts';

/** A true failed deployment, with the id of its failure. */
export interface KnownDeployment extends TrueFailedDeployment {
  readonly id: string;
}

export interface LinkedDeployments extends ParsedRecords {
  readonly links: readonly Link[];
  readonly deployments: readonly KnownDeployment[];
}

export function listTrueDeployments({ failedDeployments }: Truth): KnownDeployment[] {
  return failedDeployments.map((one) => ({ ...one, id: formatFailureId('failed_deployment', one.failure.id) }));
}

export interface FoundShare {
  readonly of: number;
  readonly right: number;
}

export interface DeploymentLinkScore {
  /** Failed deployments whose link `caused_by` names the change that they deployed. */
  readonly deployedChange: FoundShare;
  /** Failed deployments with each true resolution, and the share for which it is found. */
  readonly resolutions: Readonly<Record<TrueFailedDeployment['resolution'], FoundShare>>;
  /** Share of the stated resolutions that are right. */
  readonly resolutionPrecision: number;
  /** Failed deployments that a change resolved and for which a change is named, and the share of right ones. */
  readonly resolvingChange: FoundShare;
}

const kinds: Readonly<Record<TrueFailedDeployment['resolution'], ResolutionKind>> = {
  retry: 'retried',
  fix: 'fixed_forward',
  revert: 'reverted',
};

/** Scores the changes and resolutions that failed deployments are linked to. */
export function scoreDeploymentLinks({
  failures,
  changes,
  links,
  deployments,
}: LinkedDeployments): DeploymentLinkScore {
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const failureOf = new Map(failures.map((failure) => [failure.id, failure]));
  const judged = deployments.map(({ id, resolution, resolvedBy, deployed }) => {
    const failure = failureOf.get(id);
    const [member] = failure === undefined ? [] : collectPatternMembers([failure], links, changeOf);
    const targetsOf = (type: Link['type']) =>
      links
        .filter((link) => link.type === type && link.failureId === id)
        .map(({ targetId }) => changeOf.get(targetId)?.externalId ?? '');
    return {
      resolution,
      kind: member?.resolution ?? null,
      isDeployedRight: targetsOf('caused_by').some((name) => isNamed(deployed, name)),
      resolving: resolvedBy === null ? [] : targetsOf('resolved_by').map((name) => isNamed(resolvedBy, name)),
    };
  });
  const shareOf = (some: readonly boolean[]): FoundShare => ({
    of: some.length,
    right: share(some.filter(Boolean).length, some.length, 3),
  });
  const found = (wanted: TrueFailedDeployment['resolution']) =>
    shareOf(judged.filter(({ resolution }) => resolution === wanted).map(({ kind }) => kind === kinds[wanted]));
  const stated = judged.filter(({ kind }) => kind !== null);
  return {
    deployedChange: shareOf(judged.map(({ isDeployedRight }) => isDeployedRight)),
    resolutions: { retry: found('retry'), fix: found('fix'), revert: found('revert') },
    resolutionPrecision: shareOf(stated.map(({ kind, resolution }) => kind === kinds[resolution])).right,
    resolvingChange: shareOf(judged.flatMap(({ resolving }) => resolving)),
  };
}

function isNamed({ id, sameAs }: ChangeRef, name: string): boolean {
  return id === name || sameAs.includes(name);
}
