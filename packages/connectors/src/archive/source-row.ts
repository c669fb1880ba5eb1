/** A row before its columns are read; `where` is put before a reason where the line alone does not say it. */
export type SourceRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly where?: string }
  | { readonly line: number; readonly broken: string };
