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
      summary: 'By which keys what is stored is encrypted, and how far a rotation is',
      description: 'Every encrypted value is counted for it: some seconds for a million of them.',
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
      summary: 'Encrypt all that is stored anew, by the key that is in use now',
      description:
        'Beside everything else, a few values at a time; what is killed goes on where it was. Give all processes the new key before, with the former one among the others: docs/operations.md.',
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
