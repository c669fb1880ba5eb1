import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtScriptPath } from './built-script-path.ts';
import { startPortRelay } from './relay.ts';
import { runAsRoot } from './run-as-root.ts';

/** A network namespace that is connected to the machine by a single link. URLs that work on the machine also work in the namespace. */
export interface IsolatedNetwork {
  /** Command prefix that runs a command in the namespace. */
  readonly within: readonly string[];
  /** Drops all packets silently, so that open connections neither fail nor make progress. */
  cut(): Promise<void>;
  heal(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Creates a network namespace with a pair of virtual interfaces. A relay at each end forwards ports, because servers listen only on the
 * loopback interface. Returns null if namespaces cannot be created: not on Linux, not as root, or in a container that forbids it.
 * @param ports ports of the machine that are reachable from the namespace
 */
export async function createIsolatedNetwork(ports: readonly number[]): Promise<IsolatedNetwork | null> {
  const name = `refrain${process.pid}`;
  const [here, there] = [`rf${process.pid}h`, `rf${process.pid}t`];
  const net = `10.213.${process.pid % 250}`;
  const steps = [
    ['netns', 'add', name],
    ['link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name],
    ['addr', 'add', `${net}.1/30`, 'dev', here],
    ['link', 'set', here, 'up'],
    ['-n', name, 'addr', 'add', `${net}.2/30`, 'dev', there],
    ['-n', name, 'link', 'set', there, 'up'],
    ['-n', name, 'link', 'set', 'lo', 'up'],
  ];
  const remove = () => runAsRoot('ip', 'netns', 'del', name);
  for (const step of steps) {
    if (await runAsRoot('ip', ...step)) continue;
    await remove();
    return null;
  }
  const within = ['ip', 'netns', 'exec', name];
  const outside = await startPortRelay(`${net}.1`, '127.0.0.1', ports);
  const [command = '', ...args] = [...within, process.execPath, builtScriptPath('relay'), '127.0.0.1', `${net}.1`];
  const inside = spawn(command, [...args, ...ports.map(String)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(inside, 'message');
  const set = async (state: 'up' | 'down') => {
    if (!(await runAsRoot('ip', 'link', 'set', here, state)))
      throw new Error(`The link of the network namespace could not be set ${state}`);
  };
  return {
    within,
    cut: () => set('down'),
    heal: () => set('up'),
    async close() {
      outside.close();
      inside.kill('SIGKILL');
      await remove();
    },
  };
}
