import type { Reply } from '../http/reply.ts';

const documentation = 'https://docs.github.com/rest';

function refuse(status: number, message: string, headers: Reply['headers'] = {}, url = documentation): Reply {
  return { status, headers, body: { message, documentation_url: url, status: String(status) } };
}

export function badCredentials(): Reply {
  return refuse(401, 'Bad credentials');
}

export function authenticationRequired(): Reply {
  return refuse(401, 'Requires authentication');
}

export function notFound(): Reply {
  return refuse(404, 'Not Found');
}

export function malformedBody(): Reply {
  return refuse(400, 'Problems parsing JSON');
}

/** Refuses a request above the rate limit, with one of the two statuses that GitHub uses for this. */
export function rateLimitExceeded(status: 403 | 429): Reply {
  return refuse(
    status,
    'API rate limit exceeded for this token.',
    {},
    `${documentation}/using-the-rest-api/rate-limits-for-the-rest-api`,
  );
}

export function secondaryLimitExceeded(status: 403 | 429, retryAfterSeconds: number): Reply {
  const message =
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.';
  const url = `${documentation}/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits`;
  return refuse(status, message, { 'retry-after': String(retryAfterSeconds) }, url);
}

/** Responds to `GET /rate_limit` like a GitHub Enterprise Server that has no rate limits. */
export function rateLimitingDisabledReply(): Reply {
  return refuse(404, 'Rate limiting is not enabled.');
}

/** Responds with 422, for example if a field is missing or a value is already in use. */
export function validationFailed(
  resource: string,
  field: string,
  code: 'missing_field' | 'already_exists' | 'invalid',
): Reply {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource, field, code }],
      documentation_url: documentation,
      status: '422',
    },
  };
}

export function unprocessable(message: string): Reply {
  return refuse(422, message);
}

export function forbidden(message: string, headers: Reply['headers'] = {}): Reply {
  return refuse(403, message, headers);
}

export function unauthorised(message: string): Reply {
  return refuse(401, message);
}

/** Responds to a request for data that GitHub has removed, such as an old log. */
export function gone(): Reply {
  return refuse(410, 'Gone');
}

/** Redirects from a repository's former name. Status 307 for a write requires the client to keep the method. */
export function moved(method: string, location: string): Reply {
  const status = method === 'get' ? 301 : 307;
  const message = status === 301 ? 'Moved Permanently' : 'Temporary Redirect';
  return { status, headers: { location }, body: { message, url: location, documentation_url: documentation } };
}

/** Responds like GitHub to a request for commits of an empty repository. */
export function emptyRepositoryReply(): Reply {
  return refuse(409, 'Git Repository is empty.');
}

export function noCommitFound(ref: string): Reply {
  return refuse(422, `No commit found for SHA: ${ref}`);
}
