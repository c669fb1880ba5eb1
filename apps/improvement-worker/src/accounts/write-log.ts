import type { WriteLog } from '@refrain/connectors';
import type { Store } from '@refrain/store';

/** Creates the audit log of writes through one account. In a dry run each write is recorded as planned and not made. */
export function createWriteLog(
  { policies, providerWrites }: Pick<Store, 'policies' | 'providerWrites'>,
  connectionId: string,
): WriteLog {
  return {
    async begin(write) {
      const { policy } = await policies.find();
      if (!policy.dryRun) return providerWrites.begin(connectionId, write);
      await providerWrites.plan(connectionId, write);
      return null;
    },
    settle: providerWrites.settle,
  };
}
