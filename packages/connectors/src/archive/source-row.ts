/** A row before its columns are parsed. `where` names the file if the row is one of many files. */
export type SourceRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly where?: string }
  | { readonly line: number; readonly broken: string };
