import {
  type ArchiveFile,
  inspectColumns,
  mapGuessedColumns,
  parseColumnMap,
  readUploadedFile,
} from '@refrain/connectors';
import { type ArchiveColumn, ArchiveField, ArchiveFileFormat, FailureKind } from '@refrain/domain';
import { z } from 'zod';
import { createBooleanParameter } from '../../http/requests/list-query.ts';
import type { FileReading } from './read-rows.ts';

export const FileQuery = z.object({
  format: ArchiveFileFormat.meta({
    description: 'The format of the body. Markdown is sent as JSON Lines with the `name` and the `text` of each file.',
  }),
  map: z
    .union([z.string(), z.array(z.string()).max(200)])
    .optional()
    .meta({
      description:
        'A column that fills a field, as `title=Summary`, or the same text in every row, as `services==checkout`. May be repeated.',
    }),
  onlyMapped: createBooleanParameter('Whether fields without `map` stay empty instead of being recognised.').optional(),
  dayFirst: createBooleanParameter('Whether dates with slashes are `DD/MM/YYYY`.').optional(),
  kind: FailureKind.optional().meta({ description: 'The kind of every row; incident by default.' }),
});
export type FileQuery = z.output<typeof FileQuery>;

/** Returns how the columns of a file are read: as `map` says, otherwise by their names and values. */
export async function chooseColumns(
  file: ArchiveFile,
  { format, map: pairs = [], onlyMapped = false, dayFirst = false, kind }: FileQuery,
): Promise<{ readonly columns: ArchiveColumn[]; readonly reading: FileReading }> {
  const { map, constants } = parseColumnMap([pairs].flat(), kind);
  const found = format === 'markdown' ? [] : await inspectColumns(readUploadedFile(file, format));
  const others = onlyMapped ? nothingMapped : mapGuessedColumns(found);
  const complete: Readonly<Record<string, readonly string[]>> = { ...others, ...map };
  return {
    reading: { format, map: complete, constants, dayFirst },
    columns: found.map(({ field, ...column }) => {
      const mapped = ArchiveField.options.find((each) => complete[each]?.includes(column.name));
      const isFree = field !== null && !Object.hasOwn(complete, field) && !Object.hasOwn(constants, field);
      return { ...column, field: mapped ?? (isFree ? field : null) };
    }),
  };
}

const nothingMapped = Object.fromEntries(ArchiveField.options.map((field) => [field, [] as const]));
