import { createStore, type Store } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { type ConnectedCompany, connectCompany } from '../company/connected-company.ts';
import { type EmulatedCompany, startEmulatedCompany } from '../company/emulated-company.ts';
import { createIsolatedNetwork, type IsolatedNetwork } from '../faults/isolated-network.ts';
import { allProcessRoles, type RefrainSystem, startRefrainSystem } from '../system/refrain-system.ts';
import { type SupervisedBackends, startSupervisedBackends } from '../system/supervised-backends.ts';

export interface ChaosEnvironmentOptions {
  readonly seed: number;
  readonly history: number;
  /** Whether the machine permits simulating faults of disks and of the network. */
  readonly isBreakable: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly settings: Readonly<Record<string, string>>;
}

export interface ChaosEnvironment {
  readonly machine: SupervisedBackends;
  readonly company: EmulatedCompany;
  /** Null if no network namespace was requested or the machine does not permit one. */
  readonly network: IsolatedNetwork | null;
  readonly system: RefrainSystem;
  readonly connected: ConnectedCompany;
  readonly store: Store;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const chaosEncryptionKey = Buffer.alloc(32, 7);

/** A policy that opens an issue for every pattern. */
const policy = {
  mode: 'auto',
  minConfidence: 0.5,
  minPeopleHours: 0,
  maxOpen: 10_000,
  maxOpenPerRepository: 10_000,
  maxPerWeek: 10_000,
};

export async function openChaosEnvironment({
  isBreakable,
  settings,
  ...options
}: ChaosEnvironmentOptions): Promise<ChaosEnvironment> {
  const stops: (() => unknown)[] = [];
  const close = async () => {
    for (const stop of stops.toReversed()) await stop();
  };
  try {
    const machine = await startSupervisedBackends(options.env, isBreakable);
    stops.push(machine.stop);
    const company = await startEmulatedCompany({ ...options, isLimited: false });
    stops.push(company.close);
    const urls = { databaseUrl: machine.postgres.url, redisUrl: machine.redis.url };
    const reached = [...Object.values(urls), company.github.url, company.pagerduty.url];
    const network = isBreakable ? await createIsolatedNetwork(reached.map((url) => Number(new URL(url).port))) : null;
    if (network !== null) stops.push(network.close);
    const { databaseUrl } = await createScratchDatabase(machine.postgres.url);
    const env = { ...settings, TMPDIR: machine.spoolFolder };
    const system = await startRefrainSystem({
      roles: allProcessRoles,
      databaseUrl,
      redisUrl: urls.redisUrl,
      encryptionKey: chaosEncryptionKey,
      logFolder: machine.folder,
      env,
    });
    stops.push(system.stop);
    const store = createStore({
      databaseUrl,
      encryptionKey: chaosEncryptionKey,
      poolSize: 2,
      applicationName: 'refrain-chaos',
    });
    stops.push(store.close);
    await system.ask('PUT', '/v1/policy', policy);
    const connected = await connectCompany(company, system);
    return { machine, company, network, system, connected, store, env, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
