import { resolve } from 'node:path';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }),
  REDIS_URL: z.url({ protocol: /^rediss?$/u }),
  REFRAIN_ENCRYPTION_KEY: z.string().regex(/^[\da-f]{64}$/iu, 'must be 64 hexadecimal digits (openssl rand -hex 32)'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  REFRAIN_PUBLIC_URL: z.url({ protocol: /^https?$/u }).optional(),
  REFRAIN_PAGE_DIR: z.string().default(resolve(import.meta.dirname, '../../web/dist/page')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface ApiConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly encryptionKey: Buffer;
  readonly host: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Where people and providers reach this API; null is the address that it listens on. */
  readonly publicUrl: string | null;
  /** Folder of the built web page. */
  readonly pageDir: string;
  readonly logLevel: string;
}

/** @throws {AppError} `misconfigured` with every problem at once */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): ApiConfig {
  try {
    const read = parseInput(Environment, env, 'the environment');
    return {
      databaseUrl: read.DATABASE_URL,
      redisUrl: read.REDIS_URL,
      encryptionKey: Buffer.from(read.REFRAIN_ENCRYPTION_KEY, 'hex'),
      host: read.HOST,
      port: read.PORT,
      publicUrl: read.REFRAIN_PUBLIC_URL?.replace(/\/+$/u, '') ?? null,
      pageDir: read.REFRAIN_PAGE_DIR,
      logLevel: read.LOG_LEVEL,
    };
  } catch (error) {
    throw new AppError('misconfigured', error instanceof Error ? error.message : String(error));
  }
}
