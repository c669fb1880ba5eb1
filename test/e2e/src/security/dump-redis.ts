import { sendRedisCommand } from '@refrain/jobs/testing';

/** A Lua script that returns every key with the prefix, and its content. */
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

/** Returns all keys in Redis with the prefix, and their values, as one searchable text. */
export async function dumpRedis(redisUrl: string, prefix: string): Promise<string> {
  return String(await sendRedisCommand(redisUrl, 'EVAL', dump, '0', prefix));
}
