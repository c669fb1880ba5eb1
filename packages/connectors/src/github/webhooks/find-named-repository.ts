import { FullRepositoryName } from '@refrain/domain';
import { z } from 'zod';
import type { RepositoryOrService } from '../../contract/failure-source.ts';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const RepositoryEvent = z.looseObject({
  repository: z.looseObject({ id: z.number().int().positive(), full_name: FullRepositoryName }),
});

/** Returns the repository of an event, with its name at that time; null for other records. */
export function findNamedRepository({ type, payload }: StoredRecord): RepositoryOrService | null {
  if (!type.startsWith('github.event.')) return null;
  const { data } = RepositoryEvent.safeParse(payload);
  return data === undefined ? null : { id: String(data.repository.id), name: data.repository.full_name };
}
