import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, ImportResponse, RecordCheckResponse, SessionResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type ArchiveCheckResult, checkArchive, describeArchiveCheck, serialiseArchive } from '../check-archive.ts';
import {
  type CommandEnvironment,
  type CommandInvocation,
  collectOptionValues,
  resolveCallerPath,
  setCommandAction,
} from '../command-environment.ts';
import { describeComparison, describeImported } from '../compare-records.ts';

interface ImportOptions {
  readonly name?: string;
  readonly map: string[];
  readonly kind?: string;
  readonly skipBroken?: boolean;
  readonly dayFirst?: boolean;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

const help = `
Examples:
  npx refrain import incidents.csv --dry-run
  npx refrain import incidents.csv --map created=started_on --map text=what_happened
  npx refrain import post-mortems/ --name wiki
  npx refrain import reverted.jsonl --kind reverted_change --map title=subject --map repository==acme/shop

Columns that --map can name: id, title, text, created, resolved, services, repository, severity, url, kind, people.
Two equals signs set the same text in every row, whatever the file contains: --map services==checkout.
Several columns may fill one field: --map text=summary --map text=notes joins both texts.
Common names (date, start, summary, description, service …) are understood without --map. Without such a
name, the dates, the title, the text, the id, the severity and the URL are recognised by their values.
A kind is incident, failed_deployment or reverted_change. A reverted change counts only if its text says that something
failed: its title is that of the revert, and its text is the reason.
In a folder every .md file is one incident: its first heading is the title, and its date is in the front matter, the heading,
the name of the file or its folder, or a line or table cell "Date" or "Start" near its beginning.
A summary beside another text becomes the title if there is none; other columns for the same text are joined.
Cells of a .csv file are separated by commas, semicolons or tabs, as in its first line.
Full names in columns for people (people, assignee, reporter, commander …) are removed from all texts, and kept only for that
purpose; a name that is in no such column stays in the texts.
Dates are YYYY-MM-DD or MM/DD/YYYY (see --day-first), alone or followed by HH:MM (UTC), or ISO 8601 with a time zone.

A line that is not a JSON object, a CSV row with too few or too many cells, and front matter that is not YAML stop the import.
With --skip-broken, they are skipped and listed, and so is anything longer than 10 MB. A CSV row of that length and a quote
that is never closed always stop the import.
A row without title and text, without a readable date, with a date before 1990 or in the future, or of an unknown kind is
always skipped and listed. With --rejected, these rows are also saved to a CSV file, with the reason in the column
import_problem: correct the rows and import that file under the same --name.
Symbolic links in a folder are not followed, and only regular files are read: anything else stops the import, or is skipped
and listed with --skip-broken.

The whole file is read and checked before anything is sent, and it is stored completely or not at all.
Importing it again adds only what is new. A row of a failure that another archive or a connected account has
delivered (same kind, same title, same start) is skipped and counted. With --dry-run, Refrain compares the rows
in the same way and stores nothing; if no Refrain answers, the rows are only read.`;

export function addImportCommand(program: Command, context: CommandEnvironment): void {
  const importArchive = program
    .command('import')
    .description('Import past incidents from a .jsonl or .csv file, or a folder of Markdown post-mortems')
    .argument('<path>', 'the file or folder')
    .option(
      '--name <name>',
      'name of the source in which the records are kept together (default: the name of the file)',
    )
    .option(
      '--map <pair>',
      'maps a column: refrain-column=file-column, or refrain-column==text; may be repeated',
      collectOptionValues,
      [],
    )
    .option('--kind <kind>', 'kind of every row: incident, failed_deployment or reverted_change (default: incident)')
    .option('--day-first', 'read dates with slashes as DD/MM/YYYY (default: MM/DD/YYYY)')
    .option('--skip-broken', 'skip and list broken lines, which would otherwise stop the import')
    .option('--rejected <file>', 'save the rows that cannot be imported to a new CSV file, with the reason of each')
    .option('--dry-run', 'read everything and print what would be imported, but store nothing')
    .addHelpText('after', help);
  setCommandAction(
    context,
    importArchive,
    async ({ options, createApi, print }: CommandInvocation<ImportOptions>, path: string) => {
      const { skipBroken = false, dayFirst = false } = options;
      const { createRejectedRows, parseColumnMap, readArchive } = await import('@refrain/connectors');
      const archive = { ...parseColumnMap(options.map, options.kind), skipBroken, dayFirst };
      const file = resolveCallerPath(context, path);
      const rejected = createRejectedRows();
      const read = (onNote: (note: string) => void) =>
        readArchive(file, { ...archive, onNote, onReject: rejected.add });
      const check = await checkArchive(path, read, skipBroken).finally(() =>
        saveRejectedRows(context, options.rejected, rejected),
      );
      const name = options.name ?? basename(file).replace(/(?<=.)\.\w+$/u, '');
      const importPath = `/v1/archives/${encodeURIComponent(name)}/import`;
      const readLines = () => serialiseArchive(readArchive(file, archive));
      if (options.dryRun) {
        const compared = await compareIfPossible(() =>
          createApi().upload(`${importPath}/check`, readLines(), RecordCheckResponse),
        );
        const summary = `Dry run: ${describeArchiveCheck(path, check)}`;
        return print({ path, ...check, ...compared, dryRun: true }, `${summary}\n${describeCompared(compared)}`);
      }
      const api = createApi();
      await api.get('/v1/session', SessionResponse);
      const imported = await api.upload(importPath, readLines(), ImportResponse);
      const text = `${describeArchiveCheck(path, check)}\n${describeImported(imported)}\nNext: npx refrain patterns`;
      print(toResult(path, check, imported), text);
    },
  );
}

/** Saves the rejected rows, if there are any. Never overwrites a file, because it may be the imported one. */
async function saveRejectedRows(
  context: CommandEnvironment,
  name: string | undefined,
  rejected: { count(): number; toCsv(): string },
): Promise<void> {
  if (name === undefined || rejected.count() === 0) return;
  await writeFile(resolveCallerPath(context, name), rejected.toCsv(), { flag: 'wx' }).catch(({ code }) => {
    const reason = code === 'EEXIST' ? 'exists already' : `cannot be written (${code})`;
    throw new AppError('invalid_input', `${name} ${reason}. Choose another file for --rejected.`);
  });
}

interface Compared {
  readonly comparison: RecordCheckResponse | null;
  /** Why the records were not compared with the stored ones; null if they were. */
  readonly notCompared: string | null;
}

/** Compares the records of a dry run. Without an API, a dry run still shows how the file is read. */
async function compareIfPossible(compare: () => Promise<RecordCheckResponse>): Promise<Compared> {
  try {
    return { comparison: await compare(), notCompared: null };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { comparison: null, notCompared: thrown.message };
  }
}

function describeCompared({ comparison, notCompared }: Compared): string {
  return comparison === null
    ? `The records were not compared with the stored ones. ${notCompared}`
    : describeComparison(comparison);
}

function toResult(path: string, check: ArchiveCheckResult, imported: ImportResponse) {
  const { connection, received, stored, changed, existing } = imported;
  const known = received - stored - existing.records;
  return { path, ...check, connectionId: connection.id, stored, changed, known, existing };
}
