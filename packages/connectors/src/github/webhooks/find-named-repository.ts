import { FullRepositoryName } from '@refrain/domain';
import { z } from 'zod';
import type { InScope } from '../../contract/failure-source.ts';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const RepositoryEvent = z.looseObject({
  repository: z.looseObject({ id: z.number().int().positive(), full_name: FullRepositoryName }),
});

/** Finds the repository that an event names, with the name that it had then; null for every other record. */
export function findNamedRepository({ type, payload }: StoredRecord): InScope | null {
  if (!type.startsWith('github.event.')) return null;
  const { data } = RepositoryEvent.safeParse(payload);
  return data === undefined ? null : { id: String(data.repository.id), name: data.repository.full_name };
}
