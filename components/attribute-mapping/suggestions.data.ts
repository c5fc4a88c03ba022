/** Fields of a person that Scalekit's ID token carries. Others are custom attributes. */
export const profileFields = [
  'email',
  'given_name',
  'family_name',
  'name',
  'preferred_username',
  'picture',
  'locale',
  'phone_number',
  'gender',
  'groups',
];

/** Claims of OpenID Connect Core, and what the larger identity providers add. */
export const oidcClaims = [
  'email',
  'given_name',
  'family_name',
  'name',
  'preferred_username',
  'nickname',
  'picture',
  'locale',
  'phone_number',
  'gender',
  'groups',
  'roles',
  'upn',
  'oid',
  'sub',
];

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

/** Attribute names that SAML identity providers send: plain ones, then those of Entra ID and AD FS, then LDAP's. */
export const samlAttributes = [
  'email',
  'firstName',
  'lastName',
  'groups',
  `${claims}/emailaddress`,
  `${claims}/givenname`,
  `${claims}/surname`,
  `${claims}/name`,
  `${claims}/upn`,
  'http://schemas.microsoft.com/identity/claims/displayname',
  'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'urn:oid:2.5.4.42',
  'urn:oid:2.5.4.4',
];
