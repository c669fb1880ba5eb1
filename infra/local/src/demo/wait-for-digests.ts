import { DigestsResponse } from '@refrain/domain';
import type { ApiClient } from '../run/api-client.ts';
import { poll } from './poll.ts';

/** Waits up to two minutes for the digests of the organisation, which are written when the first analysis is done. */
export async function waitForDigests(
  api: ApiClient,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const findWritten = async () => {
    const { total } = await api.get('/v1/digests?scope=organisation&limit=1', DigestsResponse);
    // One digest of the last week, and one of the last month.
    return total >= 2 ? total : null;
  };
  if ((await findWritten()) !== null) return;
  print('Writing the digests of the last week and month …');
  if ((await poll(findWritten, { everyMs: 500, atMostMs: 120_000, signal })) === null)
    print('The digests are not written yet. They appear on the page of digests when the analysis is done.');
}
