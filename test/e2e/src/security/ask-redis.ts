import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends commands one after the other and gives back all that was answered, as Redis writes it. */
export async function askRedis(redisUrl: string, ...commands: readonly (readonly string[])[]): Promise<string> {
  const { hostname, port, username, password } = new URL(redisUrl);
  const signIn =
    password === '' ? [] : [['AUTH', username === '' ? 'default' : username, decodeURIComponent(password)]];
  const socket = connect(Number(port || 6379), hostname);
  await once(socket, 'connect');
  const answered: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => answered.push(chunk));
  for (const command of [...signIn, ...commands, ['QUIT']]) socket.write(encode(command));
  await once(socket, 'close');
  const text = Buffer.concat(answered).toString('utf8');
  const refusal = /^-\w+ .*/mu.exec(text)?.[0];
  if (refusal !== undefined && commands.length > 0 && text.startsWith('-')) throw new Error(refusal);
  return text;
}

function encode(command: readonly string[]): string {
  return `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

/** Every key that begins so, with all that it holds. */
const dump = `
local all = {}
for _, key in ipairs(redis.call('KEYS', ARGV[1] .. '*')) do
  local kind = redis.call('TYPE', key).ok
  all[#all + 1] = key
  local held = {}
  if kind == 'string' then held = { redis.call('GET', key) }
  elseif kind == 'hash' then held = redis.call('HGETALL', key)
  elseif kind == 'list' then held = redis.call('LRANGE', key, 0, -1)
  elseif kind == 'set' then held = redis.call('SMEMBERS', key)
  elseif kind == 'zset' then held = redis.call('ZRANGE', key, 0, -1)
  elseif kind == 'stream' then
    for _, entry in ipairs(redis.call('XRANGE', key, '-', '+')) do
      for _, field in ipairs(entry[2]) do held[#held + 1] = field end
    end
  end
  for _, value in ipairs(held) do all[#all + 1] = value end
end
return table.concat(all, '\\n')`;

export function dumpRedis(redisUrl: string, prefix: string): Promise<string> {
  return askRedis(redisUrl, ['EVAL', dump, '0', prefix]);
}
