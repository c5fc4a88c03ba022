export type PageSecurity = {
  path: string;
  nonce: string;
  /** The console is reached over https. */
  isSecure: boolean;
  isDevelopment: boolean;
  /** Origins, besides this one, that a form on this page may lead to, redirects included. */
  formTargets: string[];
};

/** The headers of every page. API answers carry them too: they cost nothing there and leave no gap. */
export function securityHeaders(page: PageSecurity): Record<string, string> {
  const isPublicLink = /^\/[ps]\//.test(page.path);
  return {
    'content-security-policy': contentSecurityPolicy(page),
    ...(page.isSecure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
    'x-content-type-options': 'nosniff',
    // A portal link or a hand-over is a secret in a path: it must not travel to the next site.
    'referrer-policy': isPublicLink ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/**
 * Scripts run only with the nonce. Style attributes stay open: they cannot load or run anything,
 * and positioned menus need them. Development adds what reloading in place needs.
 */
export function contentSecurityPolicy({ nonce, isDevelopment, formTargets }: PageSecurity): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`;
  const directives = {
    'default-src': "'self'",
    'script-src': scripts,
    // A nonce would make browsers ignore 'unsafe-inline'.
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': ["'self'", ...new Set(formTargets)].join(' '),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
