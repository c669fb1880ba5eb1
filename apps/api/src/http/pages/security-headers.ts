import type { RequestHandler } from 'express';
import helmet from 'helmet';

const yearInSeconds = 365 * 24 * 60 * 60;

/** Mantine sets styles; everything else comes from this server alone, and the page stands in no other one. */
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

/**
 * Headers by which a browser keeps what is not ours out of the page.
 * @param publicUrl asked by each request: a browser that reached it by TLS is to come back by nothing else
 */
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

/** The board of the queues names its own address as what its scripts are relative to. */
export const allowOwnBase: RequestHandler = helmet.contentSecurityPolicy({
  directives: { ...pagePolicy, baseUri: ["'self'"] },
});
