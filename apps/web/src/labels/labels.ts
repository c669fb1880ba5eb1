export type Labels<Name extends string> = Readonly<Record<Name, string>>;

export function listLabelKeys<Name extends string>(labels: Labels<Name>): readonly Name[] {
  return Object.keys(labels) as Name[];
}
