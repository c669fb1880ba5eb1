import { parseInput } from '@refrain/domain';
import { z } from 'zod';

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text));

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be postgres://user:password@host:5432/database' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/u, error: 'must be redis://user:password@host:6379/0' }),
  REFRAIN_ENCRYPTION_KEY: z
    .string({ error: 'is missing: 64 hexadecimal digits, the same for all processes' })
    .regex(/^[\da-f]{64}$/iu, 'must be 64 hexadecimal digits, the same for all processes'),
  REFRAIN_PUBLIC_URL: optionalText.pipe(z.url({ protocol: /^https?$/u, error: 'must be an http(s) URL' }).nullable()),
  REFRAIN_ISSUE_LABEL: z
    .string()
    .regex(/^[^,\s][^,]{0,48}$/u, 'must be a label of 1 to 49 characters without a comma')
    .default('refrain'),
  REFRAIN_FALLBACK_REPOSITORY: optionalText.pipe(
    z
      .string()
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u, 'must be owner/name')
      .nullable(),
  ),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly encryptionKey: Buffer;
  /** Where people open Refrain, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  readonly issueLabel: string;
  readonly fallbackRepository: string | null;
  readonly logLevel: string;
}

/** @throws {AppError} `invalid_input` with all problems at once; values are not repeated in it */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = parseInput(Environment, env, 'the settings from the environment');
  return {
    databaseUrl: parsed.DATABASE_URL,
    redisUrl: parsed.REDIS_URL,
    encryptionKey: Buffer.from(parsed.REFRAIN_ENCRYPTION_KEY, 'hex'),
    publicUrl: parsed.REFRAIN_PUBLIC_URL?.replace(/\/$/u, '') ?? null,
    issueLabel: parsed.REFRAIN_ISSUE_LABEL,
    fallbackRepository: parsed.REFRAIN_FALLBACK_REPOSITORY,
    logLevel: parsed.LOG_LEVEL,
  };
}
