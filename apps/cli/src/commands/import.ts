import { basename } from 'node:path';
import { type ArchiveRow, readArchive } from '@refrain/connectors';
import { AppError, Connection } from '@refrain/domain';
import type { Command } from 'commander';
import { z } from 'zod';
import { type CommandContext, type CommonOptions, collect, openApi, printResult } from '../command-context.ts';

const Connected = z.object({ connection: Connection });
const Imported = z.object({ received: z.number(), stored: z.number() });

interface ImportOptions extends CommonOptions {
  readonly name?: string;
  readonly map: string[];
  readonly skipBroken?: boolean;
  readonly dryRun?: boolean;
}

/** How many skipped rows are printed one by one. */
const skipsShown = 20;

export function addImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('Bring past incidents: a .jsonl or .csv file, or a folder of Markdown post-mortems')
    .argument('<path>', 'the file or folder')
    .option('--name <name>', 'name of the archive; the name of the file unless given')
    .option(
      '--map <canonical=column>',
      'which column holds what, e.g. --map text=summary; may be repeated',
      collect,
      [],
    )
    .option('--skip-broken', 'leave out lines that cannot be read instead of stopping at the first')
    .option('--dry-run', 'read everything, say what would be imported, send nothing')
    .addHelpText(
      'after',
      '\nCanonical columns: id, title, text, created, resolved, services, repository, severity, url, kind.\nCommon names (date, start, summary, description, service …) are understood without --map.\nThe whole file is read and checked before anything is sent, and it is stored in one piece or not at all.\nImporting a file again adds only what is new.',
    )
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      const archive = { map: readMap(options.map), skipBroken: options.skipBroken ?? false };
      const check = await checkArchive(readArchive(path, archive));
      if (check.records === 0) {
        const why = check.skipped[0] ? `; line ${check.skipped[0].line}: ${check.skipped[0].reason}` : '';
        throw new AppError('invalid_input', `Nothing in ${path} can be imported${why}`);
      }
      const summary = { path, records: check.records, skipped: check.skipped };
      if (options.dryRun) {
        printResult(context, options, { ...summary, dryRun: true }, `Dry run: ${describe(summary)}`);
        return;
      }
      const api = openApi(context, options);
      const account = options.name ?? basename(path).replace(/\.[^.]+$/u, '');
      const { connection } = await api.post('/v1/connections', { provider: 'archive', account }, Connected);
      const lines = serialise(readArchive(path, archive));
      const { received, stored } = await api.upload(`/v1/connections/${connection.id}/import`, lines, Imported);
      const known = received - stored;
      const result = { ...summary, connectionId: connection.id, stored, known };
      const text = `${describe(summary)}\n${stored} are new, ${known} were known already. Archive ${connection.account} (${connection.id}).`;
      printResult(context, options, result, text);
    });
}

function readMap(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
      throw new AppError('invalid_input', `--map ${pair}: write it as canonical=column, for example text=summary.`);
    }),
  );
}

interface Skip {
  readonly line: number;
  readonly reason: string;
}

async function checkArchive(rows: AsyncIterable<ArchiveRow>): Promise<{ records: number; skipped: Skip[] }> {
  let records = 0;
  const skipped: Skip[] = [];
  for await (const row of rows) {
    if ('record' in row) records += 1;
    else skipped.push({ line: row.line, reason: row.skipped });
  }
  return { records, skipped };
}

async function* serialise(rows: AsyncIterable<ArchiveRow>): AsyncGenerator<string> {
  for await (const row of rows) if ('record' in row) yield JSON.stringify(row.record);
}

function describe({ path, records, skipped }: { path: string; records: number; skipped: readonly Skip[] }): string {
  const shown = skipped.slice(0, skipsShown).map(({ line, reason }) => `\n  line ${line}: ${reason}`);
  const more = skipped.length > skipsShown ? `\n  … and ${skipped.length - skipsShown} more (--json has all)` : '';
  return `${records} records read from ${path}, ${skipped.length} skipped${skipped.length > 0 ? ':' : '.'}${shown.join('')}${more}`;
}
