import type { Reply } from '../http/reply.ts';

function refuse(
  status: number,
  code: number,
  message: string,
  errors?: readonly string[],
  headers: Reply['headers'] = {},
): Reply {
  return { status, headers, body: { error: { code, message, ...(errors ? { errors } : {}) } } };
}

export function unauthorised(): Reply {
  return refuse(401, 2006, 'Invalid credentials');
}

export function notFound(): Reply {
  return refuse(404, 2100, 'Not Found');
}

export function argumentError(errors: readonly string[], code = 2001, message = 'Invalid Input Provided'): Reply {
  return refuse(400, code, message, errors);
}

export function tooManyRequests(): Reply {
  return refuse(429, 2020, 'Rate Limit Exceeded');
}
