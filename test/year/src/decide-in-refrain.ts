import { createDecider, type Improvement, ImprovementPolicy } from '@refrain/domain';
import { issueRoles, optedOutService, type Role } from './issue-roles.ts';
import { findTruePattern } from './list-issues-with-true-pattern.ts';
import type { OrganisationSimulation } from './simulation/index.ts';
import type { TruePatternIndex } from './true-pattern-index.ts';

const caps = { maxOpen: 15, maxOpenPerRepository: 3, maxPerWeek: 4 };

export async function setImprovementPolicy(
  { store, time }: OrganisationSimulation,
  mode: ImprovementPolicy['mode'],
): Promise<void> {
  const policy = ImprovementPolicy.parse({ mode, ...caps });
  await time.work(() => store.improvements.setPolicy(policy, 'a person'));
}

/** Approves the improvements for those patterns in `issue-roles.ts` that a person should approve. */
export function approveProposalsOfRoles(
  simulation: OrganisationSimulation,
  truePatterns: TruePatternIndex,
): Promise<void> {
  return approve(simulation, truePatterns, (role) => role.isApprovedByPerson === true);
}

/** Approves each proposal that has no recommended fix if its pattern truly recurs. The policy leaves such proposals to people. */
export function approveProposalsLeftToPeople(
  simulation: OrganisationSimulation,
  truePatterns: TruePatternIndex,
): Promise<void> {
  const isLeft = ({ guardrailId }: Improvement) => guardrailId === null;
  return approve(
    simulation,
    truePatterns,
    ({ truth, service }) => truth !== 'no issue' && service !== optedOutService,
    isLeft,
  );
}

async function approve(
  { store, time, producer }: OrganisationSimulation,
  truePatterns: TruePatternIndex,
  isWanted: (role: Role) => boolean,
  isMeant: (proposal: Improvement) => boolean = () => true,
): Promise<void> {
  await time.work(async () => {
    const { items } = await store.improvements.list({ state: 'proposed', limit: 200 });
    for (const { id, patternId } of items.filter(isMeant)) {
      const pattern = await findTruePattern(store, truePatterns, patternId);
      const role = issueRoles.find(({ theme }) => theme === pattern);
      if (role === undefined || !isWanted(role)) continue;
      await store.improvements.approve(id, {}, createDecider('session', 'a person'));
      await producer.enqueue('ensure-issue', { improvementId: id });
    }
  });
}
