import { EncryptionStatus, KeyRotation } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { accessOf } from '../http/authentication/access.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';

export interface EncryptionRouteDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'operations'>;
}

/** Creates the routes of encryption keys and their rotation. */
export function createEncryptionRoutes(deps: EncryptionRouteDeps): Route[] {
  const { operations } = deps.store;
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/encryption',
      operationId: 'findEncryption',
      needs: 'admin',
      tag: 'system',
      summary: 'Get the number of values by encryption key, and the progress of a rotation',
      description: 'Counts every encrypted value, which takes a few seconds for a million.',
      responses: { 200: EncryptionStatus },
      handle: () => operations.readEncryptionStatus(),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/encryption/rotate',
      operationId: 'rotateKeys',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Encrypt all stored values again with the current key',
      description:
        'Runs in the background, a few values at a time, and resumes after an interruption. First configure the new key in all processes, with the former one among the other keys: see docs/operations.md.',
      responses: { 202: KeyRotation },
      errors: ['conflict'],
      async handle({ response }) {
        const rotation = await operations.beginKeyRotation(accessOf(response).name);
        await enqueue('rotate-keys', [{}]);
        return rotation;
      },
    }),
  ];
}
