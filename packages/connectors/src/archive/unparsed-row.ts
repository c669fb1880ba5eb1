/** A row whose columns are not parsed yet. If the import reads a folder of files, `where` names the row's file. */
export type UnparsedRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly where?: string }
  | { readonly line: number; readonly broken: string };
