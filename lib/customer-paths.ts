/** Addresses of the customer's own page. No environment and no organization stands in them: the visit knows both. */
export const customerPaths = {
  setUp: '/customer',
  members: '/customer/members',
  apiKeys: '/customer/api-keys',
  /** POST leads to Scalekit's portal. */
  portal: '/customer/portal',
  /** POST ends the visit. */
  signOut: '/customer/sign-out',
  /** GET with `domainId` asks the DNS. */
  checkDomain: '/customer/check-domain',
} as const;
