import type { ImprovementLabel, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';

const colour = '5319e7';

/** Creates the label with its description, unless the repository has a label of that name, which is left unchanged. */
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
  const present = await client.requestIfAny({ url, what }, [404], z.unknown(), signal);
  if (present) return;
  const parameters = { name, color: colour, description };
  // 422: the label was created concurrently.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  const why = 'Issues of Refrain carry it, or people answer by it';
  await performWrite(
    log,
    { action: 'create_label', place: repository, content: parameters, why, by },
    () => client.requestIfAny(create, [422], z.unknown(), signal),
    // Deleting the label would remove it from every issue.
    () => ({ url: null, undo: null }),
  );
}
