import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Larger than any file that contains a process id or a version. */
const maxBytes = 8_192;

/**
 * Reads the beginning of a file that another user may have replaced. Returns an empty text for a link, pipe, folder, socket or
 * device, and null for a file that is missing or unreadable.
 */
export async function readRegularFile(path: string): Promise<string | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!(await file.stat()).isFile()) return '';
      const { bytesRead, buffer } = await file.read(Buffer.alloc(maxBytes), 0, maxBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    // ELOOP means a link; ENXIO means a socket, or a device without a driver.
    return code === 'ELOOP' || code === 'ENXIO' ? '' : null;
  }
}
