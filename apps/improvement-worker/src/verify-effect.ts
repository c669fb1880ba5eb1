import type { Handler } from '@refrain/jobs';
import { type DeploymentStore, findDeployment } from './find-deployment.ts';

/** Watches what came of a fix, from its deployment on. */
export function createVerifyEffect({ store }: { readonly store: DeploymentStore }): Handler<'verify-effect'> {
  const { improvements } = store;
  return ({ improvementId }) =>
    improvements.withLock(improvementId, async () => {
      const improvement = await improvements.find(improvementId);
      if (improvement !== null) await findDeployment(store, improvement);
    });
}
