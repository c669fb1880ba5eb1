import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** CPU limit of a process with all its threads, like that of a container. */
export interface CpuLimit {
  remove(): void;
}

/**
 * Length of a CFS period in microseconds. A fifth of the default of containers: a process that has used up its share
 * pauses for the rest of the period, and may hold row locks meanwhile.
 */
const periodUs = 20_000;

interface Hierarchy {
  readonly folder: string;
  /**
   * Files to write in the folder, with their content, before the kernel accepts limits for the groups of the folder.
   */
  readonly before: Readonly<Record<string, string>>;
  limits(quotaUs: number): Readonly<Record<string, string>>;
}

/**
 * Lists the folders and files of both cgroup versions.
 * @see https://docs.kernel.org/scheduler/sched-bwc.html and https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu
 */
function hierarchiesIn(root: string): readonly Hierarchy[] {
  return [
    {
      folder: join(root, 'cpu'),
      before: {},
      limits: (quotaUs) => ({ 'cpu.cfs_period_us': String(periodUs), 'cpu.cfs_quota_us': String(quotaUs) }),
    },
    {
      folder: root,
      before: { 'cgroup.subtree_control': '+cpu' },
      limits: (quotaUs) => ({ 'cpu.max': `${quotaUs} ${periodUs}` }),
    },
  ];
}

/** Limits a process to a share of a processor. Returns null if the system has no control groups or does not permit creating one. */
export function limitCpuShare(pid: number, share: number, root: string = '/sys/fs/cgroup'): CpuLimit | null {
  for (const { folder, before, limits } of hierarchiesIn(root)) {
    const group = join(folder, `refrain-${pid}`);
    try {
      writeAll(folder, before);
      mkdirSync(group);
    } catch {
      continue;
    }
    try {
      writeAll(group, limits(Math.round(share * periodUs)));
      moveTo(group, pid);
      return { remove: () => remove(group, folder) };
    } catch {
      rmdirSync(group);
    }
  }
  return null;
}

/** Writes only existing files, because the kernel creates the files of a control group. */
function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), value, { flag: 'r+' });
}

function moveTo(group: string, pid: number): void {
  writeAll(group, { 'cgroup.procs': String(pid) });
}

function remove(group: string, parent: string): void {
  const remaining = readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
  for (const pid of remaining) {
    try {
      moveTo(parent, Number(pid));
    } catch {
      // The process may have ended already. If it has not, the removal of the group below throws.
    }
  }
  rmdirSync(group);
}
