import type { IncomingMessage } from 'node:http';
import { AppError } from '@refrain/domain';
import { createUserLimitError, limitConcurrency } from './capacity-limits.ts';

/** Two concurrent uploads of the default size limit fit into the 2 GiB of `/tmp` in the container image. */
const defaultCapacity = { perHolder: 1, inAll: 2 };
const retryAfterSeconds = 30;
const bytesPerMegabyte = 1_000_000;

/**
 * Adds a number of bytes to the size of the upload.
 * @throws {AppError} `too_large` if the sum exceeds the limit
 */
export type ByteCounter = (bytes: number) => void;

export interface UploadLimits {
  /** @throws {AppError} `too_large` if `Content-Length` exceeds the limit */
  checkLength(request: Pick<IncomingMessage, 'headers'>): void;
  countBytes(): ByteCounter;
  /**
   * Runs work that reads an upload.
   * @throws {AppError} `rate_limited` while the user has another upload; `unavailable` while other users have too many
   * uploads
   */
  reserve<T>(userId: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Limits the size of uploads, and the number of concurrent uploads in this process.
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
  return own === null
    ? new AppError('unavailable', 'Other uploads are being processed. Send this upload again in a moment.', {
        context: { retryAfterSeconds },
      })
    : createUserLimitError(
        'Another upload of yours is being processed. Send this upload when the other one has finished.',
        retryAfterSeconds,
      );
}
