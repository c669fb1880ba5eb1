/** A program that was found, with the environment variables that it needs to run. */
export interface Tool {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}
