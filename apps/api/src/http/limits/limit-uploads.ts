import type { IncomingMessage } from 'node:http';
import { AppError } from '@refrain/domain';
import { limitConcurrency } from './capacity.ts';

/** Concurrent uploads. With the default size limit both fit into the 2 GiB of `/tmp` that the image has. */
const defaultCapacity = { perHolder: 1, inAll: 2 };
const retryAfterSeconds = 30;
const bytesPerMegabyte = 1_000_000;

/** @throws {AppError} `too_large` once the sum exceeds the limit */
export type CountBytes = (bytes: number) => void;

export interface UploadLimits {
  /**
   * Checks the announced `Content-Length`.
   * @throws {AppError} `too_large`
   */
  checkLength(request: Pick<IncomingMessage, 'headers'>): void;
  /** Starts a sum, which is checked with each addition. */
  countBytes(): CountBytes;
  /**
   * Runs work that reads an upload of this user.
   * @throws {AppError} `rate_limited` during another upload of the same user, `unavailable` if too many uploads are open
   */
  reserve<T>(userId: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Limits the size of uploads, and how many this process reads concurrently.
 * @param megabytes 0 for no limit
 */
export function limitUploads(megabytes: number): UploadLimits {
  const maxBytes = megabytes === 0 ? Number.POSITIVE_INFINITY : megabytes * bytesPerMegabyte;
  const check = (bytes: number) => {
    if (bytes <= maxBytes) return;
    const message = `This upload is larger than ${megabytes} MB. Split it, or raise REFRAIN_IMPORT_MB.`;
    throw new AppError('too_large', message);
  };
  return {
    checkLength: ({ headers }) => check(Number(headers['content-length'] ?? 0)),
    countBytes() {
      let sum = 0;
      return (bytes) => {
        sum += bytes;
        check(sum);
      };
    },
    reserve: limitConcurrency({ ...defaultCapacity, refusal }),
  };
}

function refusal(own: number | null): AppError {
  const options = { context: { retryAfterSeconds } };
  return own === null
    ? new AppError('unavailable', 'Other uploads are being read. Send this one again in a moment.', options)
    : new AppError('rate_limited', 'Another upload of yours is being read. Send this one when it has ended.', options);
}
