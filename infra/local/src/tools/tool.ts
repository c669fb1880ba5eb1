/** A program that was found, and what its environment must hold for it to run. */
export interface Tool {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}
