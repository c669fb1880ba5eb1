import type { Reply } from '../http/reply.ts';

const documentation = 'https://docs.github.com/rest';

function refuse(status: number, message: string, headers: Reply['headers'] = {}, url = documentation): Reply {
  return { status, headers, body: { message, documentation_url: url, status: String(status) } };
}

export function badCredentials(): Reply {
  return refuse(401, 'Bad credentials');
}

export function requiresAuthentication(): Reply {
  return refuse(401, 'Requires authentication');
}

export function notFound(): Reply {
  return refuse(404, 'Not Found');
}

export function malformedBody(): Reply {
  return refuse(400, 'Problems parsing JSON');
}

/** GitHub answers 403 or 429; a client must understand both. */
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

/** 422, as for a missing or taken field. */
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

export function noCommitFound(ref: string): Reply {
  return refuse(422, `No commit found for SHA: ${ref}`);
}
