import type { ImprovementLabel, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';

const colour = '5319e7';

/** Creates a label unless the repository has one with this name, which is left unchanged. */
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
  // GitHub responds with 422 if the label was created concurrently.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  const why = 'Marks the issues of Refrain, or lets people reply by label';
  await performWrite(
    log,
    { action: 'create_label', target: repository, content: parameters, why, by },
    () => client.requestIfAny(create, [422], z.unknown(), signal),
    // An undo does not delete the label, because that would remove it from all issues.
    () => ({ url: null, undo: null }),
  );
}
