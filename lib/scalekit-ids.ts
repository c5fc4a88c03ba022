import { z } from 'zod';

const id = (prefix: string, thing: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`), `${thing} starts with ${prefix}_.`)
    .max(36, `${thing} has at most 36 characters.`);

/** Ids as Scalekit prints them: a prefix and a number. Forms and routes parse them with these. */
export const organizationId = id('org', 'An organization id');
export const userId = id('usr', 'A user id');
export const tokenId = id('apit', 'An API key id');
export const connectionId = id('conn', 'A connection id');
export const connectionTestId = id('test', 'A test id');
export const domainId = id('dom', 'A domain id');
export const directoryId = id('dir', 'A directory id');
export const directoryGroupId = id('dirgroup', 'A group id');
export const sessionId = id('ses', 'A session id');
export const clientId = id('m2morg', 'An API client id');
export const connectedAccountId = id('ca', 'A connected account id');
/** The applications of an environment; their prefix differs by type. */
export const environmentClientId = id('[a-z0-9]+', 'A client id');
export const resourceId = id('(?:res|app)', 'A resource id');
export const resourceClientId = id('m2m', 'A client id of a resource');
export const consentId = id('usrcnst', 'A consent id');
export const mcpConfigId = id('cfg', 'An MCP configuration id');
export const mcpInstanceId = id('(?:inst|mcpi)', 'An MCP instance id');
