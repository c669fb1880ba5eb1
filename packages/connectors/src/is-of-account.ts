import { type Connection, isRepositoryName, type RawRecord } from '@refrain/domain';
import { z } from 'zod';

const OfRepository = z.looseObject({ repository: z.looseObject({ full_name: z.string() }) });

/**
 * Whether a record is about the connection's own account. An event whose signature is good may still be about a repository
 * elsewhere: a hook of another organisation that has the same secret, or a repository that was transferred.
 */
export function isOfAccount(
  { provider, account }: Pick<Connection, 'provider' | 'account'>,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
): boolean {
  if (provider !== 'github' || !type.startsWith('github.event.')) return true;
  const event = OfRepository.safeParse(payload);
  // An event without a repository, or of an unknown form, is for its reader to judge.
  if (!event.success) return true;
  const { full_name: name } = event.data.repository;
  const [owner = ''] = name.split('/', 1);
  return isRepositoryName(name) && owner.toLowerCase() === account.toLowerCase();
}
