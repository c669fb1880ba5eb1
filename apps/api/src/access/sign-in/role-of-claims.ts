import { includesRole, Role } from '@refrain/domain';

/** The claims of an ID token, by name. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Returns the highest role that the claims grant; null if they grant none.
 * @param claim name of the claim or a path to it (`realm_access.roles`); its value is a text or a list of texts
 * @param roles maps values to roles, as in `{"platform-team": "admin"}`; if empty, the values themselves are role names
 */
export function roleOfClaims(claims: Claims, claim: string, roles: Readonly<Record<string, Role>>): Role | null {
  // With a mapping, a group that is merely called "admin" grants nothing.
  const isMapped = Object.keys(roles).length > 0;
  const values = [findClaim(claims, claim)].flat();
  const granted = values.flatMap((value) => {
    if (typeof value !== 'string') return [];
    const role = isMapped ? mapped(roles, value) : Role.safeParse(value).data;
    return role === undefined ? [] : [role];
  });
  return granted.reduce<Role | null>(
    (highest, role) => (highest !== null && includesRole(highest, role) ? highest : role),
    null,
  );
}

function mapped(roles: Readonly<Record<string, Role>>, value: string): Role | undefined {
  return Object.hasOwn(roles, value) ? roles[value] : undefined;
}

/** Finds a claim by its name, which may be a URL with dots, and then as a path. */
function findClaim(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (parent, name) =>
        typeof parent === 'object' && parent !== null && Object.hasOwn(parent, name)
          ? (parent as Claims)[name]
          : undefined,
      claims,
    );
}
