import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a measure was called with; `--help` beside options that there are says how it is called, and ends it. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: T,
  takesFiles = false,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: takesFiles });
  if ('help' in values) {
    process.stdout.write(usage);
    process.exit();
  }
  return parseArgs({ options, allowPositionals: true });
}
