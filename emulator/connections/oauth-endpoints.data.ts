/** Where a provider's OAuth endpoints are, as far as the emulator knows providers. */
export type OauthEndpoints = {
  authorizeUri: string;
  tokenUri: string;
  userInfoUri: string;
  scopes: string[];
};

const google = {
  authorizeUri: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUri: 'https://oauth2.googleapis.com/token',
  userInfoUri: 'https://openidconnect.googleapis.com/v1/userinfo',
};
const microsoft = {
  authorizeUri: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  tokenUri: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  userInfoUri: 'https://graph.microsoft.com/oidc/userinfo',
};
const atlassian = {
  authorizeUri: 'https://auth.atlassian.com/authorize',
  tokenUri: 'https://auth.atlassian.com/oauth/token',
  userInfoUri: 'https://api.atlassian.com/me',
};

/** By provider key. */
export const oauthEndpoints: Record<string, OauthEndpoints> = {
  GOOGLE: { ...google, scopes: ['openid', 'profile', 'email'] },
  GMAIL: { ...google, scopes: ['https://www.googleapis.com/auth/gmail.readonly'] },
  GOOGLECALENDAR: { ...google, scopes: ['https://www.googleapis.com/auth/calendar'] },
  GOOGLEDRIVE: { ...google, scopes: ['https://www.googleapis.com/auth/drive'] },
  MICROSOFT: { ...microsoft, scopes: ['openid', 'profile', 'email'] },
  OUTLOOK: { ...microsoft, scopes: ['https://graph.microsoft.com/Mail.Read', 'offline_access'] },
  GITHUB: {
    authorizeUri: 'https://github.com/login/oauth/authorize',
    tokenUri: 'https://github.com/login/oauth/access_token',
    userInfoUri: 'https://api.github.com/user',
    scopes: ['read:user', 'user:email'],
  },
  GITLAB: {
    authorizeUri: 'https://gitlab.com/oauth/authorize',
    tokenUri: 'https://gitlab.com/oauth/token',
    userInfoUri: 'https://gitlab.com/oauth/userinfo',
    scopes: ['openid', 'read_user'],
  },
  LINKEDIN: {
    authorizeUri: 'https://www.linkedin.com/oauth/v2/authorization',
    tokenUri: 'https://www.linkedin.com/oauth/v2/accessToken',
    userInfoUri: 'https://api.linkedin.com/v2/userinfo',
    scopes: ['openid', 'profile', 'email'],
  },
  SALESFORCE: {
    authorizeUri: 'https://login.salesforce.com/services/oauth2/authorize',
    tokenUri: 'https://login.salesforce.com/services/oauth2/token',
    userInfoUri: 'https://login.salesforce.com/services/oauth2/userinfo',
    scopes: ['api', 'refresh_token'],
  },
  HUBSPOT: {
    authorizeUri: 'https://app.hubspot.com/oauth/authorize',
    tokenUri: 'https://api.hubapi.com/oauth/v1/token',
    userInfoUri: 'https://api.hubapi.com/oauth/v1/access-tokens',
    scopes: ['crm.objects.contacts.read', 'crm.objects.contacts.write'],
  },
  SLACK: {
    authorizeUri: 'https://slack.com/oauth/v2/authorize',
    tokenUri: 'https://slack.com/api/oauth.v2.access',
    userInfoUri: 'https://slack.com/api/users.identity',
    scopes: ['channels:read', 'chat:write'],
  },
  NOTION: {
    authorizeUri: 'https://api.notion.com/v1/oauth/authorize',
    tokenUri: 'https://api.notion.com/v1/oauth/token',
    userInfoUri: 'https://api.notion.com/v1/users/me',
    scopes: [],
  },
  LINEAR: {
    authorizeUri: 'https://linear.app/oauth/authorize',
    tokenUri: 'https://api.linear.app/oauth/token',
    userInfoUri: 'https://api.linear.app/graphql',
    scopes: ['read', 'write'],
  },
  JIRA: { ...atlassian, scopes: ['read:jira-work', 'write:jira-work', 'offline_access'] },
  CONFLUENCE: { ...atlassian, scopes: ['read:confluence-content.all', 'offline_access'] },
  ZOOM: {
    authorizeUri: 'https://zoom.us/oauth/authorize',
    tokenUri: 'https://zoom.us/oauth/token',
    userInfoUri: 'https://api.zoom.us/v2/users/me',
    scopes: ['meeting:read', 'meeting:write'],
  },
  ASANA: {
    authorizeUri: 'https://app.asana.com/-/oauth_authorize',
    tokenUri: 'https://app.asana.com/-/oauth_token',
    userInfoUri: 'https://app.asana.com/api/1.0/users/me',
    scopes: ['default'],
  },
  DROPBOX: {
    authorizeUri: 'https://www.dropbox.com/oauth2/authorize',
    tokenUri: 'https://api.dropboxapi.com/oauth2/token',
    userInfoUri: 'https://api.dropboxapi.com/2/openid/userinfo',
    scopes: ['account_info.read', 'files.content.read'],
  },
};
