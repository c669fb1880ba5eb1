import {
  chooseIssueRepository,
  describeSignificantRateIncrease,
  formatIssueTitle,
  judgePatternByPolicy,
} from '@refrain/analysis';
import {
  type CatalogueEntry,
  dayInMs,
  type Improvement,
  type ImprovementPolicy,
  type ImprovementState,
  isSnoozed,
  type PatternReport,
} from '@refrain/domain';
import { type JobHandler, type Producer, tryEach } from '@refrain/jobs';
import type { ImprovementDeps } from '../improvement-deps.ts';

export interface ProposeImprovementsDeps extends Pick<ImprovementDeps, 'store'> {
  readonly producer: Pick<Producer, 'enqueue' | 'enqueueMany'>;
}

const followed: readonly ImprovementState[] = ['opened', 'accepted', 'recurred'];

/** Creates the job that proposes and withdraws improvements according to the policy, and enqueues the update of open issues. */
export function createProposeImprovementsHandler(deps: ProposeImprovementsDeps): JobHandler<'propose-improvements'> {
  const { store, producer } = deps;
  return async ({ patternIds }) => {
    const { policy } = await store.improvements.findPolicy();
    const catalogue = await store.catalogue.listAll();
    const failed = await tryEach(patternIds, async (patternId) => {
      const stored = await store.reports.findLatest(patternId);
      if (stored === null) return;
      const { report } = stored;
      const { deservesIssue: deserves, reason, peopleHours } = judgePatternByPolicy(report, policy);
      const known = await store.improvements.findByPattern(patternId);
      if (known?.state === 'declined') {
        if (report.pattern.judgement !== 'dismissed') await reconsider(store, known, report, policy);
      } else if (!deserves) {
        await store.improvements.withdraw(patternId);
      } else {
        await store.improvements.ensure(patternId, {
          reason,
          peopleHours,
          title: formatIssueTitle(report),
          repository: await findRepository(store, report, catalogue, policy),
          guardrailId: report.choice?.recommendations[0]?.guardrail.id ?? null,
        });
      }
      const improvement = await store.improvements.findByPattern(patternId);
      if (improvement === null) return;
      if (followed.includes(improvement.state))
        await producer.enqueue('ensure-issue', { improvementId: improvement.id });
      if (improvement.state === 'verified') await producer.enqueue('verify-effect', { improvementId: improvement.id });
    });
    await producer.enqueueMany(
      'propose-improvements',
      failed.map((patternId) => ({ patternIds: [patternId] })),
    );
    if (policy.mode === 'auto') await producer.enqueue('approve-by-policy', {});
  };
}

/** Proposes a declined improvement again if the failure has become significantly more frequent since the decline. */
async function reconsider(
  { improvements }: ProposeImprovementsDeps['store'],
  improvement: Improvement,
  report: PatternReport,
  { windowDays }: ImprovementPolicy,
): Promise<void> {
  if (isSnoozed(improvement, Date.parse(report.asOf))) return;
  const { id, stateSince } = improvement;
  const from = new Date(Date.parse(stateSince) - windowDays * dayInMs).toISOString();
  const rise = describeSignificantRateIncrease(report, from, stateSince);
  if (rise !== null) await improvements.transition(id, { state: 'proposed', reason: `It was declined. ${rise}` });
}

async function findRepository(
  store: ProposeImprovementsDeps['store'],
  report: PatternReport,
  catalogue: readonly CatalogueEntry[],
  { fallbackRepository }: ImprovementPolicy,
): Promise<string | null> {
  const changes = await store.changes.findMany([...new Set(report.links.map(({ targetId }) => targetId))]);
  const repositoryOfChange = new Map(changes.map(({ id, repository }) => [id, repository]));
  return chooseIssueRepository({ ...report, repositoryOfChange, catalogue }, fallbackRepository);
}
