import { AppError, type UndoRequest, type WriteReason } from '@refrain/domain';
import { z } from 'zod';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';

const Present = z.looseObject({ body: z.string().nullish() });

/** Undoes a write unless the content was changed since. Returns false in a dry run. */
export async function undoWrite(
  client: GitHubClient,
  log: WriteLog,
  place: string,
  { method, path, content, expects }: UndoRequest,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  const what = `what was written in ${place}`;
  if (expects !== null) {
    const present = await client.request({ url: path, what }, Present, signal);
    const body = present.data.body ?? '';
    // An earlier process has undone the write, but stopped before recording the undo.
    if (body === content?.body) return true;
    if (body !== expects.body) {
      throw new AppError(
        'conflict',
        `The text in ${place} was edited since: undo Refrain's write by hand, so that no edit is lost`,
      );
    }
  }
  const parameters = content === null ? {} : { parameters: content };
  const undone = await performWrite(
    log,
    { action: 'undo', target: place, content: { method, path, ...content }, ...reason },
    async () => {
      await client.requestIfAny({ method, url: path, ...parameters, what }, [404, 410], z.unknown(), signal);
      return true;
    },
    () => ({ url: null, undo: null }),
  );
  return undone !== null;
}
