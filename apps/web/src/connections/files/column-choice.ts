import type { Schemas } from '../../api/refrain.ts';

export type Field = Schemas['ArchiveField'];
export type Column = Schemas['ArchiveColumn'];

export interface ImportChoice {
  /** The field of each column; null while the guess applies. */
  readonly fields: Readonly<Record<string, Field | null>> | null;
  readonly dayFirst: boolean;
  readonly kind: Schemas['FailureKind'];
}

export const initialChoice: ImportChoice = { fields: null, dayFirst: false, kind: 'incident' };

export const fieldLabels: Readonly<Record<Field, string>> = {
  title: 'Title',
  text: 'Text',
  created: 'Start',
  resolved: 'End',
  services: 'Service',
  severity: 'Severity',
  repository: 'Repository',
  id: 'ID',
  url: 'URL',
  kind: 'Kind',
  people: 'People (removed from texts)',
};

/** Returns the choice after the user has chosen a field for one column. The other columns keep their present fields. */
export function chooseField(
  choice: ImportChoice,
  columns: readonly Column[],
  name: string,
  field: Field | null,
): ImportChoice {
  const present = Object.fromEntries(columns.map((column) => [column.name, column.field]));
  return { ...choice, fields: { ...present, ...choice.fields, [name]: field } };
}

/** Returns the query of the API for a choice. */
export function toFileQuery(format: Schemas['ArchiveFileFormat'], { fields, dayFirst, kind }: ImportChoice) {
  const chosen = Object.entries(fields ?? {});
  const hasKindColumn = chosen.some(([, field]) => field === 'kind');
  return {
    format,
    ...(dayFirst ? { dayFirst } : {}),
    ...(kind === 'incident' || hasKindColumn ? {} : { kind }),
    ...(fields === null
      ? {}
      : { onlyMapped: true, map: chosen.flatMap(([name, field]) => (field === null ? [] : [`${field}=${name}`])) }),
  };
}

/** Returns the names of required fields that no column fills. */
export function listMissingFields(columns: readonly Column[]): readonly string[] {
  const filled = new Set(columns.map(({ field }) => field));
  return [
    ...(filled.has('title') || filled.has('text') ? [] : ['Title or Text']),
    ...(filled.has('created') ? [] : ['Start']),
  ];
}
