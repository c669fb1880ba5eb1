import { ImprovementPolicy } from '@refrain/domain';
import type { Simulation } from '@refrain/simulation';
import { findTruePattern } from './attribute-issues.ts';
import { cast } from './cast.ts';
import type { TruthBook } from './truth-book.ts';

const caps = { mostOpen: 15, mostOpenPerRepository: 3, mostPerWeek: 4 };

/** What people decide in Refrain itself. */
export async function decidePolicy({ store, time }: Simulation, mode: ImprovementPolicy['mode']): Promise<void> {
  const policy = ImprovementPolicy.parse({ mode, ...caps });
  await time.work(() => store.policies.decide(policy, 'a person'));
}

/** A person reads the proposals and approves some of them. */
export async function approveByPerson({ store, time, producer }: Simulation, book: TruthBook): Promise<void> {
  await time.work(async () => {
    const { items } = await store.improvements.list({ state: 'proposed', limit: 200 });
    for (const { id, patternId } of items) {
      const pattern = await findTruePattern(store, book, patternId);
      if (cast.find(({ theme }) => theme === pattern)?.byPerson !== true) continue;
      await store.improvements.approve(id, {}, 'a person');
      await producer.enqueue('ensure-issue', { improvementId: id });
    }
  });
}
