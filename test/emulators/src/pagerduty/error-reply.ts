import type { Reply } from '../http/reply.ts';

function refuse(status: number, code: number, message: string, errors?: readonly string[]): Reply {
  return { status, body: { error: { code, message, ...(errors ? { errors } : {}) } } };
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

export function scopeMissing(scope: string): Reply {
  return refuse(403, 2010, 'Access Denied', [`The token does not have the required scope ${scope}`]);
}

export function featureNotInPlan(status: 402 | 403 | 404): Reply {
  if (status === 404) return notFound();
  return refuse(status, status === 402 ? 2014 : 2010, status === 402 ? 'Payment Required' : 'Access Denied', [
    'Account does not have the required abilities',
  ]);
}
