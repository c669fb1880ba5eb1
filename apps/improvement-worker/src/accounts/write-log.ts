import type { WriteLog } from '@refrain/connectors';
import type { Store } from '@refrain/store';

/** Creates the audit log of writes through one account. In a dry run each write is only recorded as planned. */
export function createWriteLog(
  { improvements, outbox }: Pick<Store, 'improvements' | 'outbox'>,
  connectionId: string,
): WriteLog {
  return {
    async begin(write) {
      const { policy } = await improvements.findPolicy();
      if (!policy.dryRun) return outbox.beginWrite(connectionId, write);
      await outbox.planWrite(connectionId, write);
      return null;
    },
    complete: outbox.finishWrite,
  };
}
