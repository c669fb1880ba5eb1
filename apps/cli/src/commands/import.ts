import { basename } from 'node:path';
import { ImportResponse, SessionResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type ArchiveCheck, checkArchive, describeCheck, readMap, serialiseArchive } from '../check-archive.ts';
import {
  type CommandContext,
  type CommonOptions,
  collect,
  openApi,
  printResult,
  resolveFile,
} from '../command-context.ts';

interface ImportOptions extends CommonOptions {
  readonly name?: string;
  readonly map: string[];
  readonly kind?: string;
  readonly skipBroken?: boolean;
  readonly dayFirst?: boolean;
  readonly dryRun?: boolean;
}

const help = `
Examples:
  npx refrain import incidents.csv --dry-run
  npx refrain import incidents.csv --map created=started_on --map text=what_happened
  npx refrain import post-mortems/ --name wiki
  npx refrain import reverted.jsonl --kind reverted_change --map title=subject --map repository==acme/shop

Columns that --map can name: id, title, text, created, resolved, services, repository, severity, url, kind, people.
With two equals signs the same text stands in every row, whatever the file says: --map services==checkout.
A kind is incident, failed_deployment or reverted_change. A reverted change counts only if its text tells that something failed:
its title is that of the revert, and its text the reason.
Usual names (date, start, summary, description, service …) are understood without it.
In a folder every .md file is one incident: its first heading is the title, its date is in the front matter, the heading,
the name of the file or its folder, or a line or table cell "Date" or "Start" near its beginning.
A summary beside another text is the title where there is none; other columns for the same text are joined.
Cells of a .csv are separated by commas, semicolons or tabs, as in its first line.
Full names in columns for people (people, assignee, reporter, commander …) are taken out of all texts, and kept for that alone;
a name that no column gives stays where it is.
Dates are YYYY-MM-DD or MM/DD/YYYY (see --day-first), alone or with HH:MM behind (UTC), or ISO 8601 with a time zone.

A line that is no JSON object, a CSV row with too few or too many cells, and front matter that is no YAML stop the import;
with --skip-broken they are left out and listed. So is what is longer than 10 MB, but for a CSV row, which always stops it,
as does a quote that is never closed.
A row without title and text, without a date that can be read, with a date before 1990 or in the future, or of an unknown
kind is always left out and listed.
Symbolic links in a folder are not followed, and only regular files are read: either stops the import, or is left out and
listed with --skip-broken.

The whole file is read and checked before anything is sent, and it is stored in one piece or not at all.
Importing it again adds only what is new.`;

export function addImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('Bring past incidents: a .jsonl or .csv file, or a folder of Markdown post-mortems')
    .argument('<path>', 'the file or folder')
    .option('--name <name>', 'name of the archive; the name of the file unless given')
    .option('--map <ours=yours>', "the file's own column for one of ours, or ours==text; may be repeated", collect, [])
    .option('--kind <kind>', 'what every row is: incident, failed_deployment or reverted_change; incident unless given')
    .option('--day-first', 'read dates with slashes as DD/MM/YYYY; they are MM/DD/YYYY unless given')
    .option('--skip-broken', 'leave out and list lines that are no JSON or no CSV row, which else stop the import')
    .option('--dry-run', 'read everything, say what would be imported, send nothing')
    .addHelpText('after', help)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      const { skipBroken = false, dayFirst = false } = options;
      const archive = { ...readMap(options.map, options.kind), skipBroken, dayFirst };
      const file = resolveFile(context, path);
      const { readArchive } = await import('@refrain/connectors');
      const check = await checkArchive(path, (onNote) => readArchive(file, { ...archive, onNote }), skipBroken);
      if (options.dryRun) {
        printResult(context, options, { path, ...check, dryRun: true }, `Dry run: ${describeCheck(path, check)}`);
        return;
      }
      const api = openApi(context, options);
      await api.get('/v1/session', SessionResponse);
      const name = options.name ?? basename(file).replace(/(?<=.)\.\w+$/u, '');
      const lines = serialiseArchive(readArchive(file, archive));
      const imported = await api.upload(`/v1/archives/${encodeURIComponent(name)}/import`, lines, ImportResponse);
      printResult(context, options, toResult(path, check, imported), describe(path, check, imported));
    });
}

function toResult(path: string, check: ArchiveCheck, { connection, received, stored }: ImportResponse) {
  return { path, ...check, connectionId: connection.id, stored, known: received - stored };
}

function describe(path: string, check: ArchiveCheck, { connection, received, stored }: ImportResponse): string {
  const where = `in the archive ${connection.account} (${connection.id})`;
  return `${describeCheck(path, check)}\n${stored} are new ${where}, ${received - stored} were known already.\nNext: npx refrain patterns`;
}
