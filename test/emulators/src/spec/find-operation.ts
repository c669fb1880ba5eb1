type Json = Readonly<Record<string, unknown>>;

export interface OpenApiOperation {
  readonly template: string;
  readonly method: string;
  readonly definition: Json;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Template {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly item: Json;
}

function compileTemplate(template: string, item: Json): Template {
  const names = [...template.matchAll(/\{([^}]+)\}/gu)].map((match) => match[1] ?? '');
  // GitHub's {path} is the only parameter that contains slashes.
  const pattern = template
    .replace(/[.+]/gu, '\\$&')
    .replace(/\{([^}]+)\}/gu, (_, name) => (name === 'path' ? '(.+)' : '([^/]+)'));
  return { template, names, pattern: new RegExp(`^${pattern}$`, 'u'), item };
}

/** Creates a function that finds the documented operation of a request. Literal paths take precedence over templates, as in OpenAPI. */
export function createOperationFinder(
  paths: Readonly<Record<string, Json>>,
): (method: string, path: string) => OpenApiOperation | null {
  const templates = Object.entries(paths)
    .map(([template, item]) => compileTemplate(template, item))
    .sort((a, b) => a.names.length - b.names.length);
  return (method, path) => {
    for (const { template, pattern, names, item } of templates) {
      const match = pattern.exec(path);
      const definition = item[method.toLowerCase()] as Json | undefined;
      if (!match || definition === undefined) continue;
      const parameters = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
      return { template, method: method.toLowerCase(), definition, parameters };
    }
    return null;
  };
}
