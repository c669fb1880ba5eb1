/** The displayed text of each value of an enum. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

/** Returns the keys of a record in order, with their type. */
export function namesOf<Name extends string>(labels: Labels<Name>): readonly Name[] {
  return Object.keys(labels) as Name[];
}
