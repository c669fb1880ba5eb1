export { findDataRoot, projectFolder, toolsFolder } from './data-folder.ts';
export { type LocalServer, type PostgresOptions, startPostgres } from './postgres.ts';
export { type RedisOptions, startRedis } from './redis.ts';
export type { ToolName } from './tools/catalogue.ts';
export { ensureTool, findTool } from './tools/ensure-tool.ts';
export type { InstallContext } from './tools/install-context.ts';
export { installWithApt } from './tools/install-system-wide.ts';
export { runCommand } from './tools/run-command.ts';
export type { Tool } from './tools/tool.ts';
