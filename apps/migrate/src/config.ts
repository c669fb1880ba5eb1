import { type Environment, PlatformEnvironment, readEnvironment } from '@refrain/process';

const MigrationEnvironment = PlatformEnvironment.pick({
  DATABASE_URL: true,
  REFRAIN_ENCRYPTION_KEY: true,
  LOG_LEVEL: true,
});

export interface MigrationConfig {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  readonly logLevel: string;
}

/** Of the settings that all processes have only what it needs: Redis may be still to come. @throws {AppError} `misconfigured` */
export function loadConfig(environment: Environment): MigrationConfig {
  const read = readEnvironment(MigrationEnvironment, environment);
  return {
    databaseUrl: read.DATABASE_URL,
    encryptionKey: Buffer.from(read.REFRAIN_ENCRYPTION_KEY, 'hex'),
    logLevel: read.LOG_LEVEL,
  };
}
