import { basename, resolve } from 'node:path';
import { readArchive } from '@refrain/connectors';
import { ImportedAnswer, SessionAnswer } from '@refrain/domain';
import type { Command } from 'commander';
import { type ArchiveCheck, checkArchive, describeCheck, readMap, serialiseArchive } from '../check-archive.ts';
import { type CommandContext, type CommonOptions, collect, openApi, printResult } from '../command-context.ts';

interface ImportOptions extends CommonOptions {
  readonly name?: string;
  readonly map: string[];
  readonly skipBroken?: boolean;
  readonly dryRun?: boolean;
}

const help = `
Examples:
  npx refrain import incidents.csv --dry-run
  npx refrain import incidents.csv --map created=started_on --map text=what_happened
  npx refrain import post-mortems/ --name wiki

Columns that --map can name: id, title, text, created, resolved, services, repository, severity, url, kind.
Usual names (date, start, summary, description, service …) are understood without it.
In a folder every .md file is one incident: its first heading is the title, its date is in the front matter, the heading
or the file's name.
The whole file is read and checked before anything is sent, and it is stored in one piece or not at all.
Importing it again adds only what is new.`;

export function addImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('Bring past incidents: a .jsonl or .csv file, or a folder of Markdown post-mortems')
    .argument('<path>', 'the file or folder')
    .option('--name <name>', 'name of the archive; the name of the file unless given')
    .option('--map <canonical=column>', "the file's own column for one of ours; may be repeated", collect, [])
    .option('--skip-broken', 'leave out lines that cannot be read instead of stopping at the first')
    .option('--dry-run', 'read everything, say what would be imported, send nothing')
    .addHelpText('after', help)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      const archive = { map: readMap(options.map), skipBroken: options.skipBroken ?? false };
      const check = await checkArchive(path, readArchive(path, archive), archive.skipBroken);
      if (options.dryRun) {
        printResult(context, options, { path, ...check, dryRun: true }, `Dry run: ${describeCheck(path, check)}`);
        return;
      }
      const api = openApi(context, options);
      await api.get('/v1/session', SessionAnswer);
      const name = options.name ?? basename(resolve(path)).replace(/(?<=.)\.\w+$/u, '');
      const lines = serialiseArchive(readArchive(path, archive));
      const imported = await api.upload(`/v1/archives/${encodeURIComponent(name)}/import`, lines, ImportedAnswer);
      printResult(context, options, toResult(path, check, imported), describe(path, check, imported));
    });
}

function toResult(path: string, check: ArchiveCheck, { connection, received, stored }: ImportedAnswer) {
  return { path, ...check, connectionId: connection.id, stored, known: received - stored };
}

function describe(path: string, check: ArchiveCheck, { connection, received, stored }: ImportedAnswer): string {
  const where = `in the archive ${connection.account} (${connection.id})`;
  return `${describeCheck(path, check)}\n${stored} are new ${where}, ${received - stored} were known already.\nNext: npx refrain patterns`;
}
