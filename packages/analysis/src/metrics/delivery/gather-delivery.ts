import type { Change, Correction, Failure, Link, LinkType } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { readDecisions } from '../../linking/decisions.ts';
import { type Shipping, traceShipping } from './trace-shipping.ts';

export interface DeliveryInput {
  /** All that are known: duplicates and what is no failure are passed over. */
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly links: readonly Pick<Link, 'type' | 'failureId' | 'targetId' | 'score' | 'status'>[];
  /** What people said is no failure is passed over too; nothing unless given. */
  readonly corrections?: readonly Correction[];
}

/** What was deployed and what failed, so that each is found from the other. */
export interface Delivery {
  /** Those that count. */
  readonly failures: readonly Failure[];
  /** Pull requests into default branches. */
  readonly merged: readonly Change[];
  /** By repository. */
  readonly shippings: ReadonlyMap<string, Shipping>;
  /** Where the links of a failure lead: what a person confirmed, else the likeliest. */
  targetsOf(failure: Failure, type: LinkType): readonly Change[];
  /** The deployment to production that a change is, or that first brought it; null where there is none. */
  deploymentOf(change: Change): Change | null;
  /** A record of a deployment, by the provider's id. */
  findDeployment(repository: string, externalId: string): Change | null;
  /** Those that first brought a reverted change to each production environment. */
  deploymentsOfReverted(failure: Failure): readonly Change[];
  /** The one that first brought its revert. */
  deploymentOfRevert(failure: Failure): Change | null;
}

export function gatherDelivery({ failures, changes, links, corrections = [] }: DeliveryInput): Delivery {
  const { notFailures } = readDecisions(corrections);
  const shippings = new Map(
    [...groupBy(changes, ({ repository }) => [repository])].map(([name, own]) => [name, traceShipping(own)]),
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
    const best = own.reduce((most, { score }) => Math.max(most, score), 0);
    const chosen = confirmed.length > 0 ? confirmed : own.filter(({ score }) => score === best);
    return [...(type === 'shipped_by' ? own : chosen)].flatMap(({ targetId }) => byId.get(targetId) ?? []);
  }

  function deploymentOf(change: Change): Change | null {
    const shipping = shippings.get(change.repository);
    if (shipping === undefined) return null;
    const own = change.kind === 'deployment' ? shipping.countedAs(change) : null;
    if (own !== null || change.sha === null) return own;
    return shipping.firstWith(change.sha, Date.parse(change.occurredAt));
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
        const counted = shippings.get(change.repository)?.countedAs(change) ?? null;
        return counted === null ? [] : [counted];
      });
      return [...new Set(shipped)];
    },
    deploymentOfRevert({ repository, externalId, occurredAt }) {
      const at = externalId.lastIndexOf('@');
      const shipping = repository === null || at < 0 ? undefined : shippings.get(repository);
      return shipping?.firstWith(externalId.slice(at + 1), Date.parse(occurredAt)) ?? null;
    },
  };
}
