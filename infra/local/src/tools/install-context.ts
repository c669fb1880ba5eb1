/** What an installation may use. */
export interface InstallContext {
  /** Where tools are unpacked that are not installed for the whole system. */
  readonly toolsDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}
