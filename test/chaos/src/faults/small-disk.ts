import { statfs } from 'node:fs/promises';
import { runAsRoot } from './run-as-root.ts';

export interface SmallDisk {
  fill(): Promise<void>;
  free(): Promise<void>;
  unmount(): Promise<void>;
}

/** Mounts a small in-memory disk. Returns null if mounting is impossible: not on Linux, not as root, or in a container that forbids it. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  const mounted = await runAsRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  if (!mounted) return null;
  const resize = async (size: string) => {
    if (!(await runAsRoot('mount', '-o', `remount,size=${size}`, folder))) {
      throw new Error(`Cannot resize the disk at ${folder} to ${size}`);
    }
  };
  return {
    // Makes the disk full by shrinking it to the size of its content.
    async fill() {
      const { blocks, bfree, bsize } = await statfs(folder);
      // Retry with more space, because files may grow between reading the size and remounting.
      for (let more = 0; ; more += 64) {
        // A size of zero would mean no limit.
        const size = Math.max(1, blocks - bfree + more) * bsize;
        if (more > 4_096) return resize(String(size));
        if (await runAsRoot('mount', '-o', `remount,size=${size}`, folder)) return;
      }
    },
    free: () => resize(`${megabytes}m`),
    async unmount() {
      await runAsRoot('umount', '--lazy', folder);
    },
  };
}
