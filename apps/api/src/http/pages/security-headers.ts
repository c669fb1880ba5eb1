import type { RequestHandler } from 'express';
import helmet from 'helmet';

const yearInSeconds = 365 * 24 * 60 * 60;

/** Allows inline styles, which Mantine sets, and otherwise only resources of Refrain's own origin. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** Sets security headers, with Strict-Transport-Security if the public URL is https. */
export function setSecurityHeaders(publicUrl: () => string): RequestHandler {
  const protect = (maxAge: number) =>
    helmet({
      contentSecurityPolicy: { directives: pagePolicy },
      frameguard: { action: 'deny' },
      strictTransportSecurity: maxAge === 0 ? false : { maxAge, includeSubDomains: false },
    });
  const [plain, secure] = [protect(0), protect(yearInSeconds)];
  return (request, response, next) => (publicUrl().startsWith('https:') ? secure : plain)(request, response, next);
}

/** Allows the `<base>` element of the queue board, and the frame in which the settings show the board. */
export const allowQueueBoard: readonly RequestHandler[] = [
  helmet.contentSecurityPolicy({
    directives: { ...pagePolicy, baseUri: ["'self'"], frameAncestors: ["'self'"] },
  }),
  helmet.xFrameOptions({ action: 'sameorigin' }),
];
