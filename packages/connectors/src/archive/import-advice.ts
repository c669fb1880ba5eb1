import type { ArchiveField } from '@refrain/domain';

/** Tells users how to import rows that cannot be read: by options of the command line, or by controls of the page. */
export interface ImportAdvice {
  chooseColumn(field: ArchiveField, column: string): string;
  /** The names of the date fields in messages. */
  readonly dateNames: Readonly<Record<'created' | 'resolved', string>>;
  readonly chooseUniqueId: string;
  readonly dayComesFirst: string;
  readonly monthComesFirst: string;
}

export const commandLineAdvice: ImportAdvice = {
  chooseColumn: (field, column) => `choose with --map ${field}=${column}`,
  dateNames: { created: '"created"', resolved: '"resolved"' },
  chooseUniqueId: 'choose a column with unique values with --map id=…',
  dayComesFirst: 'dates with slashes are read as MM/DD/YYYY; add --day-first if the day comes first',
  monthComesFirst: '--day-first reads dates with slashes as DD/MM/YYYY; omit it if the month comes first',
};

export const pageAdvice: ImportAdvice = {
  chooseColumn: (_field, column) => `to read it, choose only "${column}" for this field`,
  dateNames: { created: 'start', resolved: 'end' },
  chooseUniqueId: 'choose a column with unique values as the id',
  dayComesFirst: 'dates with slashes are read as MM/DD/YYYY; choose DD/MM/YYYY if the day comes first',
  monthComesFirst: 'dates with slashes are read as DD/MM/YYYY; choose MM/DD/YYYY if the month comes first',
};
