import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of processor time, as a container has it: a process is held to it, with all its threads. */
export interface ProcessorShare {
  /** The process goes on without. */
  remove(): void;
}

/**
 * Microseconds in which a share is given once: a fifth of what containers have, for who has used up theirs stands for the rest of it,
 * with whatever rows are locked.
 */
const periodUs = 20_000;

interface Hierarchy {
  readonly folder: string;
  /** Of the folder itself, before a group in it can be limited. */
  readonly before: Readonly<Record<string, string>>;
  limits(quotaUs: number): Readonly<Record<string, string>>;
}

/** @see https://docs.kernel.org/scheduler/sched-bwc.html and https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu */
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

/** @returns null where the system has no control groups, or lets us make none */
export function giveProcessorShare(pid: number, share: number, root: string = '/sys/fs/cgroup'): ProcessorShare | null {
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

/** Into files that are there already: the kernel makes them. */
function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), value, { flag: 'r+' });
}

function moveTo(group: string, pid: number): void {
  writeAll(group, { 'cgroup.procs': String(pid) });
}

function remove(group: string, parent: string): void {
  const left = readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
  for (const pid of left) {
    try {
      moveTo(parent, Number(pid));
    } catch {
      // It has ended meanwhile; of one that has not, the group stays, and removing it says so.
    }
  }
  rmdirSync(group);
}
