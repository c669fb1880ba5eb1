import { z } from 'zod';
import { parseSameOriginUrl } from '../client/paginate.ts';
import type { StreamReaderOptions } from './stream.ts';

/** Bytes that are read from the end of a log: about 2,000 lines, more than the steps after a failed step print. */
const tailBytes = 200_000;
const keptLength = 100_000;
const errorMark = '##[error]';
/** Maximum size of a log on servers that cannot return only the end of a file. */
const maxBytes = 50_000_000;
const downloadTimeoutMs = 30_000;
/** A download is tried twice, because the URL may have expired or the connection may have broken. */
const maxTries = 2;
/** Maximum number of redirects that are followed after renames of the repository. */
const maxMoves = 3;

/**
 * Reads the end of a job's log up to the last error; null if the log is unavailable. GitHub redirects to a URL on
 * another host, which is valid for a minute and requested without the token.
 */
export async function readJobLog(context: StreamReaderOptions, jobId: number): Promise<string | null> {
  for (let tried = 0; tried < maxTries; tried += 1) {
    const url = await findLog(context, jobId);
    if (url === null) return null;
    const tail = await readTail(context, url).catch(() => null);
    context.signal.throwIfAborted();
    if (tail !== null) return untilLastError(tail);
  }
  return null;
}

async function findLog({ client, repository }: StreamReaderOptions, jobId: number): Promise<string | null> {
  const what = `the log of job ${jobId} of ${repository}`;
  let url = `/repos/${repository}/actions/jobs/${jobId}/logs`;
  for (let move = 0; move < maxMoves; move += 1) {
    const answer = await client.requestIfAny({ url, what, redirect: 'manual' }, [403, 404, 410], z.unknown());
    const location = answer?.headers.location;
    if (answer === null || typeof location !== 'string' || !URL.canParse(location, client.baseUrl)) return null;
    const target = new URL(location, client.baseUrl);
    if (answer.status === 302) return /^https?:$/u.test(target.protocol) ? target.href : null;
    url = parseSameOriginUrl(target.href, client.baseUrl);
  }
  return null;
}

/** Azure's storage, which github.com uses, supports no ranges from the end, so the length is requested first. */
async function readTail({ download, signal }: StreamReaderOptions, url: string): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(downloadTimeoutMs)]);
  const fetchRange = (range: string) => download(url, { headers: { range }, signal: limit });
  let response = await fetchRange(`bytes=-${tailBytes}`);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  if (response.status === 200 && length > tailBytes) {
    await response.body?.cancel();
    response = await fetchRange(`bytes=${length - tailBytes}-`);
  }
  if (response.ok && response.body !== null) return lastOf(response.body);
  await response.body?.cancel();
  return null;
}

/** Returns the end of the log up to the last error, without the output of later steps. */
function untilLastError(tail: string): string {
  const mark = tail.lastIndexOf(errorMark);
  const lineEnd = mark === -1 ? -1 : tail.indexOf('\n', mark);
  const end = lineEnd === -1 ? tail.length : lineEnd;
  return tail.slice(Math.max(end - keptLength, 0), end);
}

async function lastOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  let kept = Buffer.alloc(0);
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    kept = Buffer.concat([kept, chunk]);
    if (kept.length > 2 * tailBytes) kept = kept.subarray(-tailBytes);
    if (read > maxBytes) break;
  }
  return kept.subarray(-tailBytes).toString('utf8');
}
