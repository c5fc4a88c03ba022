/** A connection that can be tried out. */
export type TestedConnection = {
  environment: string;
  organizationId: string;
  connectionId: string;
  /** `Okta (SAML)`. */
  name: string;
  /** Where the trial sign-in begins. */
  testUri: string;
  domains: string[];
};
