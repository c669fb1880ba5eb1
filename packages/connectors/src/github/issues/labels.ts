import type { ImprovementLabel, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';

const colour = '5319e7';

/** Makes the label, with what it means, where the repository has none of its name; one that is there stays as people made it. */
export async function ensureLabel(
  client: GitHubClient,
  log: WriteLog,
  repository: string,
  { name, description }: ImprovementLabel,
  { by }: WriteReason,
  signal: AbortSignal,
): Promise<void> {
  const what = `label ${name} of ${repository}`;
  const url = `/repos/${repository}/labels/${encodeURIComponent(name)}`;
  const present = await client.askIfAny({ url, what }, [404], z.unknown(), signal);
  if (present) return;
  const parameters = { name, color: colour, description };
  // 422: someone else has just made it.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  const why = 'Issues of Refrain carry it, or people answer by it';
  await performWrite(
    log,
    { action: 'create_label', place: repository, content: parameters, why, by },
    () => client.askIfAny(create, [422], z.unknown(), signal),
    // To delete it would take it off every issue.
    () => ({ url: null, undo: null }),
  );
}
