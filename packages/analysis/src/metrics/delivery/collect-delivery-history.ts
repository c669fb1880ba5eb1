import type { Change, Correction, Failure, Link, LinkType } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { indexLinkDecisions } from '../../linking/link-decisions.ts';
import { type ShippingHistory, traceShippingHistory } from './trace-shipping-history.ts';

export interface DeliveryInput {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly links: readonly Pick<Link, 'type' | 'failureId' | 'targetId' | 'score' | 'status'>[];
  readonly corrections?: readonly Correction[];
}

export interface DeliveryHistory {
  /** Failures except duplicates and dismissed ones. */
  readonly failures: readonly Failure[];
  readonly merged: readonly Change[];
  /** How changes reached production, keyed by repository. */
  readonly shippings: ReadonlyMap<string, ShippingHistory>;
  /** Returns the changes linked to a failure: those that a person confirmed, otherwise those with the highest score. */
  targetsOf(failure: Failure, type: LinkType): readonly Change[];
  /** Returns the first production deployment of a change, or the deployment itself if the change is one. */
  deploymentOf(change: Change): Change | null;
  findDeployment(repository: string, externalId: string): Change | null;
  /** Returns the first deployment of the reverted change to each production environment. */
  deploymentsOfReverted(failure: Failure): readonly Change[];
  deploymentOfRevert(failure: Failure): Change | null;
}

export function collectDeliveryHistory({ failures, changes, links, corrections = [] }: DeliveryInput): DeliveryHistory {
  const { notFailures } = indexLinkDecisions(corrections);
  const shippings = new Map(
    [...groupBy(changes, ({ repository }) => [repository])].map(([name, own]) => [name, traceShippingHistory(own)]),
  );
  const byId = new Map(changes.map((change) => [change.id, change]));
  const byExternalId = new Map(
    changes
      .filter(({ kind }) => kind === 'deployment')
      .map((change) => [JSON.stringify([change.repository, change.externalId]), change]),
  );
  const usable = groupBy(
    links.filter(({ status }) => status !== 'rejected'),
    ({ failureId, type }) => [`${type} ${failureId}`],
  );

  function targetsOf({ id }: Failure, type: LinkType): Change[] {
    const own = usable.get(`${type} ${id}`) ?? [];
    const confirmed = own.filter(({ status }) => status === 'confirmed');
    const best = own.reduce((highest, { score }) => Math.max(highest, score), 0);
    const chosen = confirmed.length > 0 ? confirmed : own.filter(({ score }) => score === best);
    return [...(type === 'shipped_by' ? own : chosen)].flatMap(({ targetId }) => byId.get(targetId) ?? []);
  }

  function deploymentOf(change: Change): Change | null {
    const shipping = shippings.get(change.repository);
    if (shipping === undefined) return null;
    const own = change.kind === 'deployment' ? shipping.findCountedDeployment(change) : null;
    if (own !== null || change.sha === null) return own;
    return shipping.findFirstDeploymentWith(change.sha, Date.parse(change.occurredAt));
  }

  return {
    failures: failures.filter(
      ({ id, isFailure, duplicateOf }) => isFailure && duplicateOf === null && !notFailures.has(id),
    ),
    merged: changes.filter(({ kind, base }) => kind === 'merged_pull_request' && base === null),
    shippings,
    targetsOf,
    deploymentOf,
    findDeployment: (repository, externalId) => byExternalId.get(JSON.stringify([repository, externalId])) ?? null,
    deploymentsOfReverted(failure) {
      const shipped = targetsOf(failure, 'shipped_by').flatMap((change) => {
        const counted = shippings.get(change.repository)?.findCountedDeployment(change) ?? null;
        return counted === null ? [] : [counted];
      });
      return [...new Set(shipped)];
    },
    deploymentOfRevert({ repository, externalId, occurredAt }) {
      const at = externalId.lastIndexOf('@');
      const shipping = repository === null || at < 0 ? undefined : shippings.get(repository);
      return shipping?.findFirstDeploymentWith(externalId.slice(at + 1), Date.parse(occurredAt)) ?? null;
    },
  };
}
