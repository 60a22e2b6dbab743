import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Nothing inline, nothing from another host, and no string may become markup (trusted types). */
const PAGE = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: SELF,
  connectSrc: SELF,
  formAction: SELF,
  baseUri: NONE,
  frameAncestors: NONE,
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: NONE,
};

/** A picture opened by itself: it brings its letters along, and does nothing. */
const PICTURE = {
  defaultSrc: NONE,
  styleSrc: ["'unsafe-inline'"],
  fontSrc: ['data:'],
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: NONE,
};

export function strictHeaders(): MiddlewareHandler {
  const [page, picture] = [PAGE, PICTURE].map((contentSecurityPolicy) =>
    secureHeaders({
      contentSecurityPolicy,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // The page is served over plain HTTP; whoever puts TLS before it sets this there.
      strictTransportSecurity: false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  ) as [MiddlewareHandler, MiddlewareHandler];
  return (c, next) => (/^\/chart\/[^/]*\.svg$/.test(c.req.path) ? picture : page)(c, next);
}
