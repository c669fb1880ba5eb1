export interface Tool {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}
