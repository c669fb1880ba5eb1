import { pathToFileURL } from 'node:url';
import { hourInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';
import { clearRedis } from '../system/clear-redis.ts';
import { allProcessRoles, type RefrainSystem, type Role } from '../system/refrain-system.ts';
import type { ProcessEnvironment } from '../system/start-process-with-restarts.ts';
import type { SupervisedBackends } from '../system/supervised-backends.ts';
import type { ArchiveImport } from './archive-import.ts';
import { builtScriptPath } from './built-script-path.ts';
import type { Fault, FaultKind } from './fault.ts';
import type { IsolatedNetwork } from './isolated-network.ts';
import { occupyPostgresConnections } from './occupy-postgres-connections.ts';
import type { SmallDisk } from './small-disk.ts';

export interface FaultTargets {
  readonly system: RefrainSystem;
  readonly machine: SupervisedBackends;
  /** Null if the machine does not permit a network namespace. */
  readonly network: IsolatedNetwork | null;
  readonly archive: ArchiveImport;
}

/** Shortest and longest duration of each kind of fault, in milliseconds. */
export type FaultDurations = Readonly<Record<FaultKind, readonly [number, number]>>;

const workers = allProcessRoles.filter((role) => role !== 'api');
const nothing = async () => {};

/**
 * Lists each fault that this machine permits, `rounds` times each, including a kill of each process. The seed determines the order within a
 * round.
 */
export function listFaults(
  parts: FaultTargets,
  durations: FaultDurations,
  rounds: number,
  random: RandomStream,
): Fault[] {
  return Array.from({ length: rounds }, () => random.shuffle(listKinds(parts, random)))
    .flat()
    .map((fault) => ({ ...fault, lastsMs: random.int(...durations[fault.kind]) }));
}

function listKinds(parts: FaultTargets, random: RandomStream): Omit<Fault, 'lastsMs'>[] {
  const { system, machine, network, archive } = parts;
  const { postgres, redis, dataDisk, spoolDisk } = machine;
  const [paused, skewed, cut] = [random.pick(workers), random.pick(workers), random.pick(workers)];
  const hours = random.pick([-1, 1]) * random.int(2, 9);
  return [
    ...allProcessRoles.map((role) => kill(system, role)),
    { kind: 'redisEmptied', name: 'Redis emptied', begin: () => clearRedis(redis.url), end: nothing },
    { kind: 'redisKilled', name: 'Redis killed', begin: redis.kill, end: redis.untilRunning },
    { kind: 'postgresKilled', name: 'PostgreSQL killed', begin: postgres.kill, end: postgres.untilRunning },
    fillUp(postgres.port),
    {
      kind: 'paused',
      name: `${paused} paused`,
      begin: async () => system.signal(paused, 'SIGSTOP'),
      end: async () => system.signal(paused, 'SIGCONT'),
    },
    {
      kind: 'clockSkewed',
      name: `${skewed} started with a clock that is ${Math.abs(hours)} hours ${hours < 0 ? 'behind' : 'ahead'}`,
      begin: () => restart(system, skewed, createSkewedClockEnv(hours * hourInMs)),
      end: () => restart(system, skewed),
    },
    ...(dataDisk === null ? [] : [fillData(dataDisk, postgres.untilRunning)]),
    ...(spoolDisk === null ? [] : [fillSpool(spoolDisk, archive)]),
    ...(network === null ? [] : [cutOff(system, cut, network)]),
  ];
}

function kill(system: RefrainSystem, role: Role): Omit<Fault, 'lastsMs'> {
  return { kind: 'killed', name: `${role} killed`, begin: () => system.kill(role), end: () => system.start(role) };
}

function fillUp(port: number): Omit<Fault, 'lastsMs'> {
  let end = () => {};
  return {
    kind: 'connectionsFilled',
    name: 'All connections of PostgreSQL taken',
    begin: async () => {
      end = occupyPostgresConnections(port);
    },
    end: async () => end(),
  };
}

/** Fills the disk of PostgreSQL, which may then exit and be restarted by its supervisor. */
function fillData(disk: SmallDisk, untilRunning: () => Promise<void>): Omit<Fault, 'lastsMs'> {
  return {
    kind: 'diskFull',
    name: 'The disk of PostgreSQL full',
    begin: disk.fill,
    end: async () => {
      await disk.free();
      await untilRunning();
    },
  };
}

/** Fills the disk on which the API stores uploads. A file import is tried while the disk is full, and again after space was freed. */
function fillSpool(disk: SmallDisk, archive: ArchiveImport): Omit<Fault, 'lastsMs'> {
  return {
    kind: 'spoolFull',
    name: 'The disk of the API full',
    begin: async () => {
      await disk.fill();
      await archive.expectRefusedImport();
    },
    end: async () => {
      await disk.free();
      await archive.import();
    },
  };
}

function cutOff(system: RefrainSystem, role: Role, network: IsolatedNetwork): Omit<Fault, 'lastsMs'> {
  return {
    kind: 'networkCut',
    name: `${role} cut off from the network`,
    begin: async () => {
      await restart(system, role, { within: network.within });
      await network.cut();
    },
    // Does not restart the process after the repair: it has to recover by itself.
    end: network.heal,
  };
}

async function restart(system: RefrainSystem, role: Role, environment = {}): Promise<void> {
  await system.kill(role);
  await system.start(role, environment);
}

/** Returns the environment for a process whose wall clock is off by a constant. */
function createSkewedClockEnv(offsetMs: number): ProcessEnvironment {
  const preload = `--import=${pathToFileURL(builtScriptPath('skewed-clock')).href}`;
  return { env: { CHAOS_CLOCK_OFFSET_MS: String(offsetMs), NODE_OPTIONS: preload } };
}
