import { parseInput } from '@refrain/domain';
import { z } from 'zod';

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be postgres://user:password@host:5432/database' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/u, error: 'must be redis://user:password@host:6379/0' }),
  REFRAIN_ENCRYPTION_KEY: z
    .string({ error: 'is missing: 64 hexadecimal digits, the same for all processes' })
    .regex(/^[\da-f]{64}$/iu, 'must be 64 hexadecimal digits, the same for all processes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly encryptionKey: Buffer;
  readonly logLevel: string;
}

/** @throws {AppError} `invalid_input` with all problems at once; values are not repeated in it */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = parseInput(Environment, env, 'the settings from the environment');
  return {
    databaseUrl: parsed.DATABASE_URL,
    redisUrl: parsed.REDIS_URL,
    encryptionKey: Buffer.from(parsed.REFRAIN_ENCRYPTION_KEY, 'hex'),
    logLevel: parsed.LOG_LEVEL,
  };
}
