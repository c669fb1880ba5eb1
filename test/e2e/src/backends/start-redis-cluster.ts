import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sendRedisCommand } from '@refrain/jobs/testing';
import { findFreePort, type LocalServer, startRedis, type Tool } from '@refrain/local';
import { pollUntil } from '../poll-until.ts';

export interface RedisCluster {
  /** Value for REDIS_URL. It names one server, from which a client finds the others. */
  readonly url: string;
  readonly servers: readonly string[];
  stop(): Promise<void>;
}

/** Number of hash slots of a Redis Cluster (redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec). */
const slots = 16_384;

/** Starts a Redis Cluster of three servers on this machine, each with a third of the hash slots. */
export async function startRedisCluster(folder: string, binary: Tool): Promise<RedisCluster> {
  const started: ClusterServer[] = [];
  const password = randomBytes(24).toString('hex');
  const stop = async () => void (await Promise.all(started.map((server) => server.stop())));
  try {
    for (const name of ['one', 'two', 'three']) started.push(await startNode(join(folder, name), password, binary));
    const servers = started.map(({ url }) => url);
    await Promise.all(
      servers.map((url, at) => sendRedisCommand(url, 'CLUSTER', 'ADDSLOTSRANGE', ...rangeOf(at, servers.length))),
    );
    const [first = '', ...others] = servers;
    for (const other of started.slice(1))
      await sendRedisCommand(first, 'CLUSTER', 'MEET', '127.0.0.1', String(other.port), String(other.busPort));
    for (const url of [first, ...others])
      await pollUntil(() => sendRedisCommand(url, 'CLUSTER', 'INFO').then(String), isWhole);
    return { url: `${first}?cluster=true`, servers, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

interface ClusterServer extends LocalServer {
  readonly busPort: number;
}

async function startNode(dataDir: string, password: string, binary: Tool): Promise<ClusterServer> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'password'), password, { mode: 0o600 });
  const busPort = await findFreePort();
  const settings = ['cluster-enabled yes', `cluster-port ${busPort}`];
  return { ...(await startRedis({ dataDir, port: 0, binary, settings })), busPort };
}

function rangeOf(at: number, servers: number): string[] {
  const from = (part: number) => Math.floor((part * slots) / servers);
  return [from(at), from(at + 1) - 1].map(String);
}

function isWhole(answer: string): boolean {
  return answer.includes('cluster_state:ok') && answer.includes('cluster_known_nodes:3');
}
