type Json = Readonly<Record<string, unknown>>;

const respondsWith = (schema: string): Json => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});
const list = (name: string, schema: string): Json => ({
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['total_count', name],
        properties: {
          total_count: { type: 'integer' },
          [name]: { type: 'array', items: { $ref: `#/components/schemas/${schema}` } },
        },
      },
    },
  },
});
const anyBody: Json = { content: { 'application/json': { schema: { type: 'object' } } } };
const optionalBody: Json = { required: false, ...anyBody };
const query = (...names: string[]): readonly Json[] =>
  names.map((name) => ({ name, in: 'query', schema: { type: 'string' } }));

function hookOperations(base: string, schema: string): Record<string, Json> {
  const hook = `${base}/hooks/{hook_id}`;
  return {
    [hook]: {
      get: { responses: { 200: respondsWith(schema) } },
      patch: { requestBody: optionalBody, responses: { 200: respondsWith(schema) } },
      delete: { responses: { 204: {} } },
    },
    [`${hook}/config`]: {
      get: { responses: { 200: respondsWith('webhook-config') } },
      patch: { requestBody: optionalBody, responses: { 200: respondsWith('webhook-config') } },
    },
    [`${hook}/pings`]: { post: { responses: { 204: {} } } },
    [`${hook}/deliveries/{delivery_id}`]: { get: { responses: { 200: respondsWith('hook-delivery-item') } } },
    [`${hook}/deliveries/{delivery_id}/attempts`]: { post: { responses: { 202: anyBody } } },
  };
}

/** A schema that the excerpt of GitHub's document lacks. */
const issueEvent: Json = {
  type: 'object',
  required: ['id', 'node_id', 'url', 'actor', 'event', 'commit_id', 'commit_url', 'created_at', 'issue'],
  properties: {
    id: { type: 'integer' },
    event: { type: 'string' },
    created_at: { type: 'string', format: 'date-time' },
    actor: { $ref: '#/components/schemas/simple-user' },
    issue: { $ref: '#/components/schemas/issue' },
    label: { type: 'object', required: ['name', 'color'] },
  },
};

/** Operations that GitHub's complete OpenAPI document has and the project's excerpt lacks. They reference schemas of the excerpt. */
const operations: Readonly<Record<string, Json>> = {
  ...hookOperations('/orgs/{org}', 'org-hook'),
  ...hookOperations('/repos/{owner}/{repo}', 'hook'),
  '/apps/{app_slug}': { get: { responses: { 200: respondsWith('integration') } } },
  '/app/installations/{installation_id}': { get: { responses: { 200: respondsWith('installation') } } },
  '/orgs/{org}/installation': { get: { responses: { 200: respondsWith('installation') } } },
  '/app/hook/deliveries/{delivery_id}': { get: { responses: { 200: respondsWith('hook-delivery-item') } } },
  '/repos/{owner}/{repo}/contents': {
    get: { parameters: query('ref'), responses: { 200: respondsWith('content-directory') } },
  },
  '/repos/{owner}/{repo}/issues/events': {
    get: {
      parameters: query('per_page', 'page'),
      responses: { 200: { content: { 'application/json': { schema: { type: 'array', items: issueEvent } } } } },
    },
  },
  // GraphQL is not in GitHub's REST document; the resolver validates queries against the GraphQL schema.
  '/graphql': {
    post: {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['query'],
              additionalProperties: false,
              properties: { query: { type: 'string' }, variables: { type: 'object' } },
            },
          },
        },
      },
      responses: {
        200: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: { data: { type: ['object', 'null'] }, errors: { type: 'array' } },
              },
            },
          },
        },
      },
    },
  },
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}': { get: { responses: { 200: respondsWith('workflow') } } },
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': {
    get: {
      parameters: query(
        'actor',
        'branch',
        'event',
        'status',
        'created',
        'head_sha',
        'exclude_pull_requests',
        'per_page',
        'page',
      ),
      responses: { 200: list('workflow_runs', 'workflow-run') },
    },
  },
};

/** Adds the operations that the excerpt of GitHub's document lacks. Returns another vendor's document unchanged. */
export function addMissingOperations(document: Json): Json {
  const paths = document.paths as Readonly<Record<string, Json>> | undefined;
  if (paths?.['/repos/{owner}/{repo}'] === undefined) return document;
  const added = Object.entries(operations).map(([path, item]) => [path, { ...item, ...paths[path] }]);
  return { ...document, paths: { ...paths, ...Object.fromEntries(added) } };
}
