import type { ToolImitation } from '../imitation';
import { hubspot, salesforce, zendesk } from './customers';
import { github } from './github';
import { googlecalendar, googledrive } from './google';
import { gmail, outlook } from './mail';
import { slack } from './slack';
import { jira, linear, notion } from './work';

/** The tools that can be run, by the provider's slug. */
export const imitations: Record<string, readonly ToolImitation[]> = {
  gmail,
  slack,
  github,
  googlecalendar,
  googledrive,
  notion,
  hubspot,
  salesforce,
  jira,
  linear,
  zendesk,
  outlook,
};
