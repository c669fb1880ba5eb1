import { statfs } from 'node:fs/promises';
import { runAsRoot } from './run-as-root.ts';

/** A disk in memory that can be filled to its last byte. */
export interface SmallDisk {
  fill(): Promise<void>;
  free(): Promise<void>;
  unmount(): Promise<void>;
}

/** Null where nothing can be mounted: not on Linux, not as root, or in a container that forbids it. */
export async function mountDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  const mounted = await runAsRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  if (!mounted) return null;
  const resize = async (size: string) => {
    if (!(await runAsRoot('mount', '-o', `remount,size=${size}`, folder))) {
      throw new Error(`The disk at ${folder} could not be made ${size} large`);
    }
  };
  return {
    // What is on it is all that it can hold: nothing has to be written for that.
    async fill() {
      const { blocks, bfree, bsize } = await statfs(folder);
      // What is written between the two steps makes the first one too small.
      for (let more = 0; ; more += 64) {
        // None at all would be no limit at all.
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
