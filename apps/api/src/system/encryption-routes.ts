import { EncryptionStatus, KeyRotation } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';

export function createEncryptionRoutes(deps: ApiDeps): Route[] {
  const { operations } = deps.store;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/encryption', {
      operationId: 'findEncryption',
      needs: 'admin',
      tag: 'system',
      summary: 'Get the number of encrypted values by key, and the progress of a rotation',
      description: 'Counts all encrypted values, which takes a few seconds per million.',
      responses: { 200: EncryptionStatus },
      handle: () => operations.readEncryptionStatus(),
    }),
    defineRoute('post', '/v1/encryption/rotate', {
      operationId: 'rotateKeys',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Re-encrypt all stored values with the current key',
      description:
        'Runs in the background and resumes after an interruption. Configure the new key in all processes first, and keep the previous key among the other keys, as described in docs/operations.md.',
      responses: { 202: KeyRotation },
      errors: ['conflict'],
      async handle({ response }) {
        const rotation = await operations.beginKeyRotation(requireAccess(response).name);
        await enqueue('rotate-keys', [{}]);
        return rotation;
      },
    }),
  ];
}
