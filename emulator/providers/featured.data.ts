type Featured = { name: string; description: string; categories: string[]; proxyUrl: string };

/** The providers whose tools can be run, by slug. */
export const featured: Record<string, Featured> = {
  gmail: {
    name: 'Gmail',
    description: 'Read, search and send e-mail.',
    categories: ['Communication'],
    proxyUrl: 'https://gmail.googleapis.com',
  },
  slack: {
    name: 'Slack',
    description: 'Read and send messages in a workspace.',
    categories: ['Communication'],
    proxyUrl: 'https://slack.com/api',
  },
  github: {
    name: 'GitHub',
    description: 'Work with repositories, issues and pull requests.',
    categories: ['Developer tools'],
    proxyUrl: 'https://api.github.com',
  },
  googlecalendar: {
    name: 'Google Calendar',
    description: 'Read and create events.',
    categories: ['Calendar'],
    proxyUrl: 'https://www.googleapis.com/calendar',
  },
  googledrive: {
    name: 'Google Drive',
    description: 'Find and share files.',
    categories: ['Files'],
    proxyUrl: 'https://www.googleapis.com/drive',
  },
  notion: {
    name: 'Notion',
    description: 'Search and write pages.',
    categories: ['Productivity'],
    proxyUrl: 'https://api.notion.com',
  },
  hubspot: {
    name: 'HubSpot',
    description: 'Contacts, companies and deals.',
    categories: ['CRM'],
    proxyUrl: 'https://api.hubapi.com',
  },
  salesforce: {
    name: 'Salesforce',
    description: 'Accounts, leads and opportunities.',
    categories: ['CRM'],
    proxyUrl: 'https://{{domain}}',
  },
  jira: {
    name: 'Jira',
    description: 'Search and create issues.',
    categories: ['Project management'],
    proxyUrl: 'https://api.atlassian.com/ex/jira',
  },
  linear: {
    name: 'Linear',
    description: 'Issues, projects and cycles.',
    categories: ['Project management'],
    proxyUrl: 'https://api.linear.app',
  },
  zendesk: {
    name: 'Zendesk',
    description: 'Tickets and the people who write them.',
    categories: ['Support'],
    proxyUrl: 'https://{{domain}}.zendesk.com',
  },
  outlook: {
    name: 'Outlook',
    description: 'E-mail and calendar of Microsoft 365.',
    categories: ['Communication'],
    proxyUrl: 'https://graph.microsoft.com',
  },
};
