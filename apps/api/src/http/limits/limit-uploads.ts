import type { IncomingMessage } from 'node:http';
import { AppError } from '@refrain/domain';
import { limitConcurrency } from './capacity.ts';

/** How many uploads are read at once: with the default limit both fit into the 2 GiB of `/tmp` that the image is given. */
const usual = { perHolder: 1, inAll: 2 };
const retryAfterSeconds = 30;
const bytesPerMegabyte = 1_000_000;

/** @throws {AppError} `too_large` once the sum exceeds the limit */
export type CountBytes = (bytes: number) => void;

export interface UploadLimits {
  /** Checks the length that a request announces. @throws {AppError} `too_large` */
  checkLength(request: Pick<IncomingMessage, 'headers'>): void;
  /** Starts a sum, which is checked with each addition. */
  countBytes(): CountBytes;
  /**
   * Runs work that reads an upload of this user.
   * @throws {AppError} `rate_limited` while an upload of the same user is read, `unavailable` while too many are read in all
   */
  hold<T>(userId: string, work: () => Promise<T>): Promise<T>;
}

/** Limits the length of uploads, and how many this process reads at once. @param megabytes 0 for no limit */
export function limitUploads(megabytes: number): UploadLimits {
  const mostBytes = megabytes === 0 ? Number.POSITIVE_INFINITY : megabytes * bytesPerMegabyte;
  const check = (bytes: number) => {
    if (bytes <= mostBytes) return;
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
    hold: limitConcurrency({ ...usual, refusal }),
  };
}

function refusal(own: number | null): AppError {
  const options = { context: { retryAfterSeconds } };
  return own === null
    ? new AppError('unavailable', 'Other uploads are being read. Send this one again in a moment.', options)
    : new AppError('rate_limited', 'Another upload of yours is being read. Send this one when it has ended.', options);
}
