import type { RawRecord } from '@refrain/domain';
import type { ErasedNameRecogniser } from './erased-name-recogniser.ts';

/** Returns the repository of a record. Webhook events of GitHub contain it as an object, polled records as a name. */
export function findRecordRepository(payload: unknown): { readonly name: string; readonly id?: string } | null {
  if (typeof payload !== 'object' || payload === null || !('repository' in payload)) return null;
  const { repository } = payload;
  if (typeof repository === 'string') return { name: repository };
  if (typeof repository !== 'object' || repository === null || !('full_name' in repository)) return null;
  if (typeof repository.full_name !== 'string') return null;
  const id = 'id' in repository && typeof repository.id === 'number' ? { id: String(repository.id) } : {};
  return { name: repository.full_name, ...id };
}

export function isOfErasedRepository(
  recogniser: ErasedNameRecogniser,
  { payload }: Pick<RawRecord, 'payload'>,
): boolean {
  if (recogniser.isEmpty) return false;
  const repository = findRecordRepository(payload);
  return repository !== null && recogniser.isRepository(repository.name, repository.id);
}
