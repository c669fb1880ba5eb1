import type { WriteLog } from '@refrain/connectors';
import type { Store } from '@refrain/store';

/** The audit of what is written through one account. While the policy asks for a dry run nothing is: it is noted as planned. */
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
