/** A row before its columns are read. `where` precedes the reason if the line number alone is not clear. */
export type SourceRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly where?: string }
  | { readonly line: number; readonly broken: string };
