export interface InstallContext {
  /** Folder for tools that are not installed system-wide. */
  readonly toolsDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}
