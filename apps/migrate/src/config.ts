import { type EnvironmentVariables, PlatformEnvironment, readEncryptionKeys, readEnvironment } from '@refrain/process';

const MigrationEnvironment = PlatformEnvironment.omit({ REDIS_URL: true, REDIS_PREFIX: true });

/** Reads only the settings that a migration needs, because Redis may not exist yet. @throws {AppError} `misconfigured` */
export function loadConfig(environment: EnvironmentVariables) {
  const read = readEnvironment(MigrationEnvironment, environment);
  return { databaseUrl: read.DATABASE_URL, logLevel: read.LOG_LEVEL, ...readEncryptionKeys(read) };
}
