import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { runCommand, type Tool } from '@refrain/local';

/** A network namespace that simulates another host, with one link to this machine. */
export interface SimulatedHost {
  readonly prefix: readonly string[];
  /** Forwards a port of a loopback server on this machine, and returns the URL at which the namespace can reach that server. */
  reach(url: string): Promise<string>;
  /** Returns the number of connections that came from the namespace. */
  connections(): number;
  remove(): Promise<void>;
}

/**
 * Creates a network namespace (ip-netns(8)), linked to this machine by a pair of virtual interfaces.
 * @param tool the program `ip`
 * @param number 1 to 60, unique among the existing namespaces
 * @throws {AppError} `unavailable` if namespaces cannot be created, which needs root
 */
export async function createSimulatedHost(tool: Tool, number: number): Promise<SimulatedHost> {
  const ip = (...args: string[]) => runCommand(tool.path, args, { env: { ...process.env, ...tool.env } });
  const name = `refrain${process.pid}n${number}`;
  // The IP range for network benchmarks (RFC 2544), divided into four addresses for each namespace.
  const [here, there] = [1, 2].map((end) => `198.18.${process.pid % 256}.${4 * number + end}`);
  const [near, far] = [`${name}h`.slice(-15), `${name}t`.slice(-15)];
  const servers: Server[] = [];
  let came = 0;
  await ip('netns', 'add', name);
  const remove = async () => {
    for (const server of servers) server.close();
    await ip('netns', 'delete', name);
  };
  try {
    await ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far);
    await ip('link', 'set', far, 'netns', name);
    await ip('address', 'add', `${here}/30`, 'dev', near);
    await ip('link', 'set', near, 'up');
    await ip('-netns', name, 'address', 'add', `${there}/30`, 'dev', far);
    await ip('-netns', name, 'link', 'set', far, 'up');
    await ip('-netns', name, 'link', 'set', 'lo', 'up');
  } catch (thrown) {
    await remove();
    throw thrown;
  }
  return {
    prefix: [tool.path, 'netns', 'exec', name],
    async reach(url) {
      const reached = new URL(url);
      const [port, host] = [Number(reached.port), reached.hostname];
      const server = createServer((socket) => {
        came += 1;
        const upstream = connect(port, host);
        socket.pipe(upstream).pipe(socket);
        for (const end of [socket, upstream]) end.on('error', () => {});
        socket.on('close', () => upstream.destroy());
        upstream.on('close', () => socket.destroy());
      }).listen(port, here);
      servers.push(server);
      await once(server, 'listening');
      reached.hostname = here ?? '';
      return reached.href;
    },
    connections: () => came,
    remove,
  };
}
