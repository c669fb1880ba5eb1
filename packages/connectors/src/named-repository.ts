import { FullRepositoryName, type Provider, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { InScope } from './failure-source.ts';

const RepositoryEvent = z.looseObject({
  repository: z.looseObject({ id: z.number().int().positive(), full_name: FullRepositoryName }),
});

/** The repository of which a webhook tells, by the name that it had then; null for every other record. */
export function namedRepository(
  provider: Provider,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
): InScope | null {
  if (provider !== 'github' || !type.startsWith('github.event.')) return null;
  const { data } = RepositoryEvent.safeParse(payload);
  return data === undefined ? null : { id: String(data.repository.id), name: data.repository.full_name };
}
