import { isRepositoryName } from '@refrain/domain';
import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const OfRepository = z.looseObject({ repository: z.looseObject({ full_name: z.string() }) });

/** Tells whether a record is about this account. A signed event may be about another account after a transfer. */
export function isRecordOfAccount(account: string, { type, payload }: StoredRecord): boolean {
  if (!type.startsWith('github.event.')) return true;
  const event = OfRepository.safeParse(payload);
  // An event without a readable repository is accepted here. If it needs one, parsing rejects it later.
  if (!event.success) return true;
  const { full_name: name } = event.data.repository;
  const [owner = ''] = name.split('/', 1);
  return isRepositoryName(name) && owner.toLowerCase() === account.toLowerCase();
}
